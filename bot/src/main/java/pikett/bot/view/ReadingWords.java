package pikett.bot.view;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Unread;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Phrases;

/// What the last look of a check brought, in words.
///
/// @param redaction takes secrets out of a text; used before anything is cut
record ReadingWords(Room room, UnaryOperator<String> redaction) {
    private static final int MOST_VALUES = 6;
    private static final int LONGEST_VALUE = 120;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST = 1200;

    /// What is told of every check that has it. All else is told when it is asked for.
    private static final Set<String> OF_INTEREST =
            Set.of(
                    "load",
                    "memory",
                    "disk",
                    "waiting",
                    "active",
                    "oldest",
                    "certificate",
                    "exit",
                    "number",
                    "age",
                    "lines",
                    "value");

    /// Values that speak for themselves.
    private static final Set<String> NAMELESS = Set.of("state", "status", "latency", "restarts");

    /// The values that matter, or why there are none.
    String inShort(String check, Sighting last) {
        return words(
                last,
                known ->
                        join(
                                ReadValue.of(check, known).stream()
                                        .filter(value -> ofInterest(check, value))
                                        .limit(MOST_VALUES)
                                        .map(this::brief),
                                LONGEST_LINE));
    }

    /// Why the look brought nothing; empty when it was read.
    Optional<String> unread(Sighting last) {
        return last.unread().map(_ -> words(last, _ -> ""));
    }

    /// All values, or why there are none.
    String inFull(String check, Sighting last) {
        return words(
                last,
                known ->
                        join(
                                ReadValue.of(check, known).stream()
                                        .map(value -> value.text() + " " + plain(value)),
                                LONGEST));
    }

    private String words(Sighting last, Function<Reading.Known, String> values) {
        if (last.reading().isEmpty()) {
            return last.unread().map(why -> unread(why, last)).orElse("");
        }
        return switch (last.reading().get()) {
            case Reading.Unknown unknown -> say(unknown.reason());
            case Reading.Known known ->
                    Stream.of(values.apply(known), known.why().map(this::say).orElse(""))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" · "));
        };
    }

    private String unread(Unread why, Sighting last) {
        return switch (why) {
            case TOOK_TOO_LONG -> say(Reason.of(Cause.READ_TOO_LATE, Detail.span(last.took())));
            case NO_TURN -> room.phrases().text(IncidentPhrase.CHECK_NO_TURN);
            case FAILED, UNREADABLE -> say(Reason.of(Cause.ERROR_INSIDE));
        };
    }

    private String say(Reason reason) {
        String words =
                new ReasonText(room.phrases(), room.zone(), room.now()).say(reason.map(redaction));
        return CardLimits.cut(words, LONGEST_LINE);
    }

    private static boolean ofInterest(String check, ReadValue value) {
        return switch (value.value()) {
            case Value.Flag(boolean set) -> set && value.is("paused");
            case Value.Document _ -> false;
            case Value.Quantity _, Value.Text _ -> value.offered().isEmpty() || named(check, value);
        };
    }

    private static boolean named(String check, ReadValue value) {
        // How much a program takes says nothing without knowing the program.
        boolean ofProgram = check.startsWith("service:") && value.is("memory");
        return !ofProgram
                && (NAMELESS.contains(value.name().base())
                        || OF_INTEREST.contains(value.name().base()));
    }

    private String brief(ReadValue value) {
        Phrases phrases = room.phrases();
        if (value.value() instanceof Value.Flag) {
            return value.text();
        }
        if (value.is("state") && value.value() instanceof Value.Text(String state)) {
            return state(state);
        }
        if (value.is("restarts") && value.value() instanceof Value.Quantity(double count)) {
            return phrases.count(StatusPhrase.RESTARTS, (long) count);
        }
        boolean nameless = NAMELESS.contains(value.name().base()) && value.offered().isPresent();
        return nameless
                ? plain(value)
                : CardLimits.cut(redaction.apply(value.text()), LONGEST_VALUE) + " " + plain(value);
    }

    private String state(String state) {
        Phrases phrases = room.phrases();
        Optional<StatusPhrase> phrase =
                switch (state) {
                    case "up" -> Optional.of(StatusPhrase.UP);
                    case "starting" -> Optional.of(StatusPhrase.STARTING);
                    case "looping" -> Optional.of(StatusPhrase.LOOPING);
                    case "stopped" -> Optional.of(StatusPhrase.STOPPED);
                    case "failed" -> Optional.of(StatusPhrase.FAILED);
                    case "running" -> Optional.of(StatusPhrase.RUNNING);
                    default -> Optional.empty();
                };
        return phrase.map(phrases::text).orElse(state.toLowerCase(Locale.ROOT));
    }

    private String plain(ReadValue read) {
        return CardLimits.cut(
                switch (read.value()) {
                    case Value.Quantity(double number) -> number(read, number);
                    case Value.Text(String text) -> redaction.apply(text);
                    case Value.Flag(boolean set) -> Boolean.toString(set);
                    case Value.Document document -> redaction.apply(document.text());
                },
                LONGEST_VALUE);
    }

    private String number(ReadValue read, double number) {
        Because.Unit unit = read.unit();
        // A status is a word made of digits.
        return read.is("status") && read.offered().isPresent()
                ? Long.toString((long) number)
                : NumberText.of(room.phrases().figures(), number, unit);
    }

    private String join(Stream<String> values, int longest) {
        return CardLimits.cut(redaction.apply(values.collect(Collectors.joining(" · "))), longest);
    }
}

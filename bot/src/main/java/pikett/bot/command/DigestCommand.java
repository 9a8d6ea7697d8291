package pikett.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.alerts.digest.DigestDesk;
import pikett.alerts.digest.DigestFacts;
import pikett.alerts.digest.Period;
import pikett.alerts.outbox.Destination;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.DigestCard;
import pikett.bot.view.DigestDetails;
import pikett.bot.view.Room;
import pikett.config.Role;

/// Sums up what happened: `/digest [period]`. Its buttons ask for the same period again.
public final class DigestCommand implements ChatCommand {
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,3})([hd])");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final String OF = "--of";
    private static final String DETAILS = "--details";

    private final DigestDesk desk;
    private final Function<Destination, String> names;
    private final InstantSource clock;

    /// @param names what people call a destination
    public DigestCommand(
            DigestDesk desk, Function<Destination, String> names, InstantSource clock) {
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.DIGEST);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Optional<Period> period = period(request.arguments());
        if (period.isEmpty()) {
            answer.show(DigestCard.how(phrases));
            return;
        }
        DigestFacts facts = desk.facts(period.get());
        Room room = new Room(phrases, request.zone(), clock.instant());
        answer.show(
                request.arguments().contains(DETAILS)
                        ? DigestDetails.of(room, facts, names)
                        : DigestCard.of(room, facts));
    }

    private Optional<Period> period(List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(Period.upTo(now(), USUAL));
        }
        if (words.getFirst().equals(OF)) {
            return between(words);
        }
        Matcher span = SPAN.matcher(words.getFirst());
        if (!span.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(span.group(1));
        Duration length =
                span.group(2).equals("h") ? Duration.ofHours(amount) : Duration.ofDays(amount);
        return Optional.of(length)
                .filter(time -> time.isPositive() && time.compareTo(LONGEST) <= 0)
                .map(time -> Period.upTo(now(), time));
    }

    private static Optional<Period> between(List<String> words) {
        if (words.size() < 3
                || !SECONDS.matcher(words.get(1)).matches()
                || !SECONDS.matcher(words.get(2)).matches()) {
            return Optional.empty();
        }
        Instant from = Instant.ofEpochSecond(Long.parseLong(words.get(1)));
        Instant until = Instant.ofEpochSecond(Long.parseLong(words.get(2)));
        // An hour more, because a month with a change of the clock is longer.
        boolean allowed =
                !until.isBefore(from)
                        && Duration.between(from, until).minusHours(1).compareTo(LONGEST) <= 0;
        return allowed ? Optional.of(new Period(from, until)) : Optional.empty();
    }

    /// As fine as the buttons keep it; what happened a moment ago belongs to it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}

package pikett.bot.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.NothingSeenException;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// A runbook that a person runs: it starts at most once, and they are told how it ended, or that nobody
/// knows.
final class RunErrand implements Errand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TOAST_WITHIN = Duration.ofSeconds(10);

    private final Town town;
    private final int number;
    private final Step doomed;
    private final boolean together;
    private final Seat anna;
    private @Nullable Message asked;
    private @Nullable Message offer;
    private @Nullable Press press;

    /// In which step the bot is killed.
    enum Step {
        /// When the command comes in.
        TYPED,
        /// When the button is pressed.
        PRESSED
    }

    /// @param together whether a second person has to agree
    RunErrand(Town town, int number, Step doomed, boolean together) {
        this.town = town;
        this.number = number;
        this.doomed = doomed;
        this.together = together;
        this.anna = seat(town.playground.cast().anna());
    }

    private Seat seat(Person person) {
        return town.playground.cloud().seat(person, town.lane(number));
    }

    @Override
    public void prepare() {
        if (doomed == Step.PRESSED) {
            type();
            offer = awaitOffer();
        }
    }

    @Override
    public void begin() {
        switch (doomed) {
            case TYPED -> type();
            case PRESSED -> press(offer());
        }
    }

    private void type() {
        asked =
                anna.say(
                        "/recover@pikett_bot %s %d"
                                .formatted(together ? "together" : "once", number));
    }

    private void press(Message at) {
        Seat who = together ? seat(town.playground.cast().arsen()) : anna;
        press = who.press(at, together ? "👍 Agree" : "▶️ Run");
    }

    private Message offer() {
        if (offer == null) {
            throw new IllegalStateException("nothing was offered yet");
        }
        return offer;
    }

    private Message asked() {
        if (asked == null) {
            throw new IllegalStateException("nothing was asked yet");
        }
        return asked;
    }

    private Message awaitOffer() {
        return sees(this::isOffer);
    }

    private boolean isNewer(Message message) {
        return message.id() > asked().id();
    }

    private Message sees(Predicate<Message> test) {
        return town.playground
                .cloud()
                .awaitMessage(
                        message ->
                                message.key().chat().equals(anna.chat().id())
                                        && message.isFrom(town.playground.cloud().bot().id())
                                        && test.test(message),
                        PATIENCE);
    }

    @Override
    public void judge(Toll toll) {
        toll.commands++;
        String told = "nothing";
        try {
            told = awaitEnd();
        } catch (NothingSeenException e) {
            toll.untold++;
            toll.broke("of run %d nobody was told the end: %s".formatted(number, e.getMessage()));
        }
        int starts = starts();
        if (starts > 1) {
            toll.startedTwice++;
            toll.broke("run %d started %d times".formatted(number, starts));
        }
        if (starts == 0 && told.contains("✅")) {
            toll.broke("run %d never started, and was called done".formatted(number));
        }
    }

    /// Where it was killed when the command came in, the command is there again, or the person is told
    /// that it was cut off. Where it was killed before the press had done anything, the offer stands.
    private String awaitEnd() {
        if (offer == null) {
            Message next = sees(message -> isOffer(message) || isCutOff(message));
            if (isCutOff(next)) {
                return next.text();
            }
            offer = next;
            press(next);
        }
        String toast = toast();
        return Errand.tellsOfCut(toast) && isOffer(now())
                ? toast
                : sees(message -> isCutOff(message) || isTheEnd(message)).text();
    }

    /// What the phone shows for a moment; empty when nothing.
    private String toast() {
        return Optional.ofNullable(press)
                .flatMap(waiting -> waiting.answer(TOAST_WITHIN))
                .map(CallbackAnswer::text)
                .orElse("");
    }

    private Message now() {
        return town.playground.cloud().message(offer().key()).orElseThrow();
    }

    private boolean isTheEnd(Message message) {
        return message.key().equals(offer().key())
                && (message.text().contains(" is done")
                        || message.text().contains("outcome unknown"));
    }

    private boolean isOffer(Message message) {
        return isNewer(message) && message.text().contains("🛠");
    }

    private boolean isCutOff(Message message) {
        return isNewer(message) && Errand.tellsOfCut(message.text());
    }

    private int starts() {
        try {
            return Files.exists(town.starts())
                    ? (int)
                            Files.readAllLines(town.starts()).stream()
                                    .filter(line -> line.equals(Integer.toString(number)))
                                    .count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

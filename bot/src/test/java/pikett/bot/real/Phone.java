package pikett.bot.real;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// What a person does and sees in one chat.
final class Phone {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cloud cloud;
    private final Seat seat;

    Phone(Cloud cloud, Seat seat) {
        this.cloud = cloud;
        this.seat = seat;
    }

    /// Types a line and waits until an answer shows all of these words.
    Message ask(String line, String... words) {
        Message said = seat.say(line);
        return sees(after(said).and(showing(words)));
    }

    /// Types a line.
    Message say(String line) {
        return seat.say(line);
    }

    /// Waits until this message shows all of these words.
    Message becomes(Message message, String... words) {
        return sees(m -> m.key().equals(message.key()) && showing(words).test(m));
    }

    /// Waits for a message of the bot that is newer than that one and shows all of these words.
    Message seesAfter(Message older, String... words) {
        return sees(after(older).and(showing(words)));
    }

    /// Waits for a message of the bot that shows all of these words, and gives it as it is then.
    Message sees(String... words) {
        return sees(m -> m.isFrom(cloud.bot().id()) && showing(words).test(m));
    }

    private Message sees(Predicate<Message> test) {
        return cloud.awaitMessage(
                m -> m.chat().id().equals(seat.chat().id()) && test.test(m), PATIENCE);
    }

    private Predicate<Message> after(Message said) {
        return m -> m.id() > said.id() && m.isFrom(cloud.bot().id());
    }

    private static Predicate<Message> showing(String... words) {
        return m -> List.of(words).stream().allMatch(m.text()::contains);
    }

    /// Taps a button and gives the note that appears, empty if there is none.
    String tap(Message message, String label) {
        return note(seat.press(message, label));
    }

    /// Taps without waiting.
    Press press(Message message, String label) {
        return seat.press(message, label);
    }

    /// The note for a tap.
    static String note(Press press) {
        return press.answer(PATIENCE)
                .orElseThrow(() -> new AssertionError("the phone still waits for an answer"))
                .text();
    }

    /// Everything that the bot has written here.
    List<Message> fromBot() {
        return cloud.messages(seat.chat().id()).stream()
                .filter(m -> m.isFrom(cloud.bot().id()))
                .toList();
    }
}

package pikett.bot.chaos;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.NothingSeenException;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Message;

/// A log that is too long for one message: its file comes too. Where the kill met what was still to be said of an
/// earlier question, this one was cut off before there was an answer, and the person is told so.
final class FileErrand implements Errand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Town town;
    private final Seat anna;
    private @Nullable Message asked;

    FileErrand(Town town, int number) {
        this.town = town;
        this.anna = town.playground.cloud().seat(town.playground.cast().anna(), town.lane(number));
    }

    @Override
    public void begin() {
        asked = anna.say("/logs@pikett_bot long 200 --file");
    }

    @Override
    public void judge(Toll toll) {
        toll.commands++;
        try {
            Message told = sees(message -> isTheFile(message) || isCutOff(message));
            if (isCutOff(told) && isAnswered()) {
                sees(FileErrand::isTheFile);
            } else if (isCutOff(told)) {
                cutOff(toll);
            }
        } catch (NothingSeenException e) {
            toll.untold++;
            toll.broke("a long log came without its file: " + e.getMessage());
        }
    }

    /// Now and then. A bot that never sends the file would say so each time.
    private static void cutOff(Toll toll) {
        toll.cutOff++;
        if (toll.cutOff * 4 > toll.kills) {
            toll.broke(
                    "%d of %d long logs were cut off before their answer"
                            .formatted(toll.cutOff, toll.kills));
        }
    }

    private Message sees(Predicate<Message> test) {
        return town.playground
                .cloud()
                .awaitMessage(message -> isNewer(message) && test.test(message), PATIENCE);
    }

    private boolean isAnswered() {
        return town.playground.cloud().messages(anna.chat().id()).stream()
                .anyMatch(message -> isNewer(message) && message.text().contains("📜 long"));
    }

    private static boolean isTheFile(Message message) {
        return message.content() instanceof Content.Document;
    }

    private static boolean isCutOff(Message message) {
        return Errand.tellsOfCut(message.text());
    }

    private boolean isNewer(Message message) {
        return asked != null
                && message.key().chat().equals(asked.key().chat())
                && message.id() > asked.id();
    }
}

package pikett.bot.chaos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.NothingSeenException;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Message;

/// A log that is too long for one message: its file comes too.
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
            town.playground.cloud().awaitMessage(this::isTheFile, PATIENCE);
        } catch (NothingSeenException e) {
            toll.untold++;
            toll.broke("a long log came without its file: " + e.getMessage());
        }
    }

    private boolean isTheFile(Message message) {
        return asked != null
                && message.key().chat().equals(asked.key().chat())
                && message.id() > asked.id()
                && message.content() instanceof Content.Document;
    }
}

package pikett.playground.telegram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Message;

/// Everything a message ever was.
///
/// @param deletedAt when it was deleted, if it was
public record MessageHistory(List<Version> versions, @Nullable Instant deletedAt) {
    public MessageHistory {
        versions = List.copyOf(versions);
    }

    /// The message as it is now, or was last.
    public Message latest() {
        return versions.getLast().message();
    }

    /// The message as it looked from that time on.
    public record Version(Instant at, Message message) {}
}

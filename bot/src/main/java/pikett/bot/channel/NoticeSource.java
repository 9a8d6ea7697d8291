package pikett.bot.channel;

import java.util.Optional;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;

/// Renders, when it leaves, what is to be said at a channel.
///
/// Safe for use by many threads.
public interface NoticeSource {
    /// Empty for content that this source does not know, or whose subject is forgotten.
    Optional<Notice> notice(Content content, Destination to);
}

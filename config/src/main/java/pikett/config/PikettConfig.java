package pikett.config;

import java.util.Map;
import java.util.Optional;

/// The whole configuration, checked: every reference between sections resolves.
///
/// Immutable. Maps keep the order of the file.
///
/// @param telegram the bot's account and the chats it may write to
/// @param people the only users whose commands and buttons count, by their name here
/// @param hosts the machines that Pikett reaches, by name
/// @param services the supervised programs on them, by name
/// @param queues the queues it reads, by name
/// @param checks what is looked at besides
/// @param heartbeats the jobs that must call in, by name
/// @param runbooks the procedures of `/recover`, by name
/// @param notifications who is told of what, and when
/// @param digests the summaries, by name
/// @param storage where Pikett keeps what it must not forget
/// @param inbound where Pikett listens
/// @param server which of its own pages it serves there
/// @param beat where it says that it lives
public record PikettConfig(
        TelegramConfig telegram,
        Map<String, PersonConfig> people,
        Map<String, HostConfig> hosts,
        Map<String, ServiceConfig> services,
        Map<String, QueueConfig> queues,
        ChecksConfig checks,
        Map<String, HeartbeatConfig> heartbeats,
        Map<String, RunbookConfig> runbooks,
        NotifyConfig notifications,
        Map<String, DigestConfig> digests,
        StorageConfig storage,
        InboundConfig inbound,
        ServerConfig server,
        Optional<BeatConfig> beat) {
    /// The same configuration with another account or other chats.
    public PikettConfig withTelegram(TelegramConfig newTelegram) {
        return new PikettConfig(
                newTelegram,
                people,
                hosts,
                services,
                queues,
                checks,
                heartbeats,
                runbooks,
                notifications,
                digests,
                storage,
                inbound,
                server,
                beat);
    }

    /// The same configuration on another database.
    public PikettConfig withDatabase(Secret url) {
        return new PikettConfig(
                telegram,
                people,
                hosts,
                services,
                queues,
                checks,
                heartbeats,
                runbooks,
                notifications,
                digests,
                new StorageConfig(url, storage.retention()),
                inbound,
                server,
                beat);
    }
}

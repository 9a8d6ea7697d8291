package pikett.config;

/// A queue that Pikett reads.
///
/// @param host name of the host through whose connection it is reached
/// @param redis `redis://[user:password@]address[:port][/database]`; a secret because of the password
/// @param kind what lies there
/// @param when when it is bad
public record QueueConfig(String host, Secret redis, Kind kind, Conditions when) {
    /// What kind of queue it is.
    public sealed interface Kind {
        /// A BullMQ queue with the usual `bull:` prefix.
        record Bullmq(String name) implements Kind {}

        /// A plain Redis list.
        record RedisList(String key) implements Kind {}

        /// A plain Redis stream.
        record RedisStream(String key) implements Kind {}
    }
}

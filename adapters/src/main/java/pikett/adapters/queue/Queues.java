package pikett.adapters.queue;

import java.time.Duration;
import java.time.InstantSource;
import pikett.adapters.host.Host;
import pikett.adapters.reason.Reason;
import pikett.config.QueueConfig;

/// Makes the queue that the configuration names.
public final class Queues {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private Queues() {}

    /// A queue, reached through the host. One whose address cannot be understood answers only why.
    public static Queue queue(QueueConfig config, Host host, InstantSource clock) {
        RedisAddress address;
        try {
            address = RedisAddress.parse(config.redis());
        } catch (UnusableAddressException unusable) {
            Reason reason = unusable.reason();
            return () -> new QueueReading.Unreadable(reason, clock.instant());
        }
        RedisServer server = new RedisServer(address, host.dialer(), DEADLINE);
        return switch (config.kind()) {
            case QueueConfig.Kind.Bullmq(String name) -> new BullmqQueue(name, server, clock);
            case QueueConfig.Kind.RedisList(String key) -> new RedisListQueue(key, server, clock);
            case QueueConfig.Kind.RedisStream(String key) ->
                    new RedisStreamQueue(key, server, clock);
        };
    }
}

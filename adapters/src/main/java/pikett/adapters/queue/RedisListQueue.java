package pikett.adapters.queue;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pikett.adapters.reason.Reason;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/// A plain Redis list: only its length is known, because a list keeps no times.
final class RedisListQueue implements Queue {
    private final String key;
    private final RedisServer server;
    private final InstantSource clock;

    RedisListQueue(String key, RedisServer server, InstantSource clock) {
        this.key = key;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public QueueReading read() {
        return switch (server.ask(this::counts)) {
            case RedisServer.Asked.Answered<QueueReading>(QueueReading reading) -> reading;
            case RedisServer.Asked.Failed<QueueReading>(Reason reason) ->
                    new QueueReading.Unreadable(reason, clock.instant());
        };
    }

    private QueueReading counts(Pipeline pipeline) {
        ExpectedKeys keys = new ExpectedKeys(pipeline);
        Response<Long> length = pipeline.llen(keys.key(key, "list"));
        pipeline.sync();
        Optional<Reason> problem = keys.problem();
        if (problem.isPresent()) {
            return new QueueReading.Unreadable(problem.get(), clock.instant());
        }
        return new QueueReading.Counts(
                OptionalLong.of(length.get()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                clock.instant());
    }
}

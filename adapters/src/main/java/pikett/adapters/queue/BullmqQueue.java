package pikett.adapters.queue;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pikett.adapters.reason.Reason;
import redis.clients.jedis.Pipeline;

/// A BullMQ queue, versions 4 to 6, read from its keys `bull:NAME:…`.
///
/// The cost does not grow with the queue: a reading takes two or three round trips, the lengths, and at
/// most some fifty job hashes without their data. It grows with the clients of that Redis, of which a line
/// each comes, as for whoever asks who works.
final class BullmqQueue implements Queue {
    private final String name;
    private final String prefix;
    private final RedisServer server;
    private final InstantSource clock;

    BullmqQueue(String name, RedisServer server, InstantSource clock) {
        this.name = name;
        this.prefix = "bull:" + name + ":";
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
        BullmqShape shape = new BullmqShape(pipeline, prefix);
        BullmqWorkers workers = new BullmqWorkers(pipeline, name);
        pipeline.sync();
        Optional<Reason> problem = shape.problem();
        if (problem.isPresent()) {
            return new QueueReading.Unreadable(problem.get(), clock.instant());
        }
        if (shape.isNone()) {
            return new QueueReading.Unreadable(
                    server.none(prefix + BullmqShape.META), clock.instant());
        }
        BullmqSample sample = BullmqSample.take(pipeline, prefix, shape);
        return new QueueReading.Counts(
                OptionalLong.of(shape.waiting()),
                OptionalLong.of(shape.active()),
                OptionalLong.of(shape.delayed()),
                OptionalLong.of(shape.prioritized()),
                OptionalLong.of(shape.failed()),
                OptionalLong.of(shape.completed()),
                workers.count(),
                shape.isPaused(),
                sample.oldestWaiting(clock.instant()),
                List.copyOf(sample.failures()),
                clock.instant());
    }
}

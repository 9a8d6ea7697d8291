package pikett.adapters.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pikett.adapters.reason.Reason;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.StreamGroupInfo;

/// A plain Redis stream. With consumer groups, *waiting* is what the group furthest behind has not been
/// given yet and *active* what groups were given and have not acknowledged; without, every entry waits.
final class RedisStreamQueue implements Queue {
    private final String key;
    private final RedisServer server;
    private final InstantSource clock;

    RedisStreamQueue(String key, RedisServer server, InstantSource clock) {
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
        Response<Long> length = pipeline.xlen(keys.key(key, "stream"));
        pipeline.sync();
        Optional<Reason> problem = keys.problem();
        if (problem.isPresent()) {
            return new QueueReading.Unreadable(problem.get(), clock.instant());
        }
        return length.get() == 0
                ? reading(OptionalLong.of(0), OptionalLong.of(0), Optional.empty())
                : filled(pipeline, length.get());
    }

    private QueueReading filled(Pipeline pipeline, long length) {
        Response<List<StreamGroupInfo>> asked = pipeline.xinfoGroups(key);
        pipeline.sync();
        List<StreamGroupInfo> groups = asked.get();
        Optional<StreamEntryID> furthestBehind =
                groups.stream()
                        .map(StreamGroupInfo::getLastDeliveredId)
                        .min(Comparator.naturalOrder());
        // One entry, for the time in its id; what it carries is not looked at.
        Response<List<StreamEntry>> next =
                pipeline.xrange(
                        key, furthestBehind.map(RedisStreamQueue::after).orElse("-"), "+", 1);
        pipeline.sync();
        long active = groups.stream().mapToLong(StreamGroupInfo::getPending).sum();
        Optional<Instant> oldest =
                next.get().stream()
                        .map(entry -> Instant.ofEpochMilli(entry.getID().getTime()))
                        .findFirst();
        return reading(waiting(groups, length, oldest), OptionalLong.of(active), oldest);
    }

    /// Before Redis 7, and after some deletions, a group does not tell how far behind it is.
    private static OptionalLong waiting(
            List<StreamGroupInfo> groups, long length, Optional<Instant> oldest) {
        if (groups.isEmpty()) {
            return OptionalLong.of(length);
        }
        if (oldest.isEmpty()) {
            return OptionalLong.of(0);
        }
        List<Object> lags = groups.stream().map(group -> group.getGroupInfo().get("lag")).toList();
        return lags.stream().allMatch(Long.class::isInstance)
                ? lags.stream().mapToLong(Long.class::cast).max()
                : OptionalLong.empty();
    }

    private static String after(StreamEntryID id) {
        return id.getTime() + "-" + (id.getSequence() + 1);
    }

    private QueueReading reading(
            OptionalLong waiting, OptionalLong active, Optional<Instant> oldest) {
        Instant now = clock.instant();
        return new QueueReading.Counts(
                waiting,
                active,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                oldest.map(
                        since -> since.isAfter(now) ? Duration.ZERO : Duration.between(since, now)),
                List.of(),
                now);
    }
}

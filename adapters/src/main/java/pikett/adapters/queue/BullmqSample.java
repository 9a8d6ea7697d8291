package pikett.adapters.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/// The jobs of a BullMQ queue that were looked at.
///
/// @param waiting candidates for the one that waits longest
/// @param nextDue when the next delayed job is due
/// @param failures the latest, newest first
record BullmqSample(
        List<BullmqJob> waiting, Optional<Instant> nextDue, List<QueueReading.Failure> failures) {
    /// A prioritized job's score is its priority times this, plus a running number.
    private static final double PRIORITY_FACTOR = 4_294_967_296.0;

    private record Asked(String id, Response<List<String>> fields) {
        static Asked about(Pipeline pipeline, String prefix, String id) {
            return new Asked(
                    id, pipeline.hmget(prefix + id, BullmqJob.FIELDS.toArray(String[]::new)));
        }

        BullmqJob job() {
            return BullmqJob.of(id, fields.get());
        }
    }

    /// Looks at the jobs that the shape names, and at the first of the least urgent, which may wait for
    /// ever behind others.
    static BullmqSample take(Pipeline pipeline, String prefix, BullmqShape shape) {
        Set<String> ids = shape.waitingIds();
        List<Asked> waiting = new ArrayList<>();
        ids.forEach(id -> waiting.add(Asked.about(pipeline, prefix, id)));
        List<Asked> failed =
                shape.failedIds().stream().map(id -> Asked.about(pipeline, prefix, id)).toList();
        Optional<Response<List<String>>> starving = starving(pipeline, prefix, shape);
        pipeline.sync();
        starving.stream()
                .flatMap(found -> found.get().stream())
                .filter(id -> !ids.contains(id))
                .forEach(id -> waiting.add(Asked.about(pipeline, prefix, id)));
        pipeline.sync();
        return new BullmqSample(
                waiting.stream().map(Asked::job).toList(),
                shape.nextDue(),
                failed.stream().map(asked -> asked.job().failure()).toList());
    }

    private static Optional<Response<List<String>>> starving(
            Pipeline pipeline, String prefix, BullmqShape shape) {
        return shape.leastUrgentScore().stream()
                .mapToObj(score -> Math.floor(score / PRIORITY_FACTOR) * PRIORITY_FACTOR)
                .map(first ->
                        pipeline.zrangeByScore(
                                prefix + "prioritized", first, Double.MAX_VALUE, 0, 1))
                .findFirst();
    }

    /// How long the oldest job has been waiting; a clock that is behind ours makes no negative age.
    Optional<Duration> oldestWaiting(Instant now) {
        Stream<Instant> jobs = waiting.stream().flatMap(job -> job.waitingSince().stream());
        Stream<Instant> overdue = nextDue.stream().filter(due -> due.isBefore(now));
        return Stream.concat(jobs, overdue)
                .min(Comparator.naturalOrder())
                .map(since -> since.isAfter(now) ? Duration.ZERO : Duration.between(since, now));
    }
}

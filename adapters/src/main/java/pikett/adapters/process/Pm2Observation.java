package pikett.adapters.process;

import static pikett.adapters.reason.Detail.count;
import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// Sums up the instances that share a name under PM2.
final class Pm2Observation {
    /// The worst first: what one instance suffers is what a person must know.
    private static final List<ProcessState> WORST_FIRST =
            List.of(
                    ProcessState.FAILED,
                    ProcessState.UNKNOWN,
                    ProcessState.STARTING,
                    ProcessState.UP,
                    ProcessState.STOPPED,
                    ProcessState.LOOPING);

    private Pm2Observation() {}

    /// @param instances at least one
    static Observation of(List<Pm2Process> instances, Instant now) {
        ProcessState claim =
                instances.stream()
                        .map(instance -> claim(instance.status()))
                        .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                        .orElseThrow();
        return new Observation(
                claim,
                reason(instances, claim),
                shortestUptime(instances, now),
                restarts(instances),
                instances.stream()
                        .filter(Pm2Observation::isAlive)
                        .mapToInt(Pm2Process::quickEnds)
                        .max()
                        .orElse(0),
                instances.stream().anyMatch(Pm2Process::endedByItself),
                lastDeliberateStart(instances),
                cpu(instances),
                memory(instances),
                lastExit(instances, claim),
                OptionalInt.of(instances.size()));
    }

    private static ProcessState claim(String status) {
        return switch (status) {
            case "online" -> ProcessState.UP;
            case "launching", "one-launch-status", "waiting restart" -> ProcessState.STARTING;
            case "stopping", "stopped" -> ProcessState.STOPPED;
            case "errored" -> ProcessState.FAILED;
            default -> ProcessState.UNKNOWN;
        };
    }

    private static boolean isAlive(Pm2Process instance) {
        ProcessState claim = claim(instance.status());
        return claim == ProcessState.UP || claim == ProcessState.STARTING;
    }

    private static Optional<Reason> reason(List<Pm2Process> instances, ProcessState claim) {
        List<String> others =
                instances.stream()
                        .map(Pm2Process::status)
                        .filter(s -> !s.equals("online"))
                        .distinct()
                        .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (instances.size() > 1) {
            long affected = instances.stream().filter(instance -> !instance.isOnline()).count();
            return Optional.of(
                    Reason.of(
                            Cause.PM2_INSTANCES,
                            number(affected),
                            number(instances.size()),
                            text(Spoken.firstLine(String.join(", ", others)))));
        }
        return Optional.of(explain(instances.getFirst(), claim));
    }

    private static Reason explain(Pm2Process instance, ProcessState claim) {
        Optional<Reason> lastEnd = Verdict.lastEnd(exit(instance));
        return switch (claim) {
            case FAILED ->
                    (instance.restarts().isPresent()
                                    ? Reason.of(
                                            Cause.PM2_GAVE_UP_AFTER,
                                            count(instance.restarts().getAsInt()))
                                    : Reason.of(Cause.PM2_GAVE_UP))
                            .and(lastEnd);
            case STARTING -> Reason.of(Cause.PM2_SAYS, text(instance.status())).and(lastEnd);
            case STOPPED ->
                    instance.status().equals("stopping")
                            ? Reason.of(Cause.BEING_STOPPED)
                            : Reason.of(Cause.PM2_STOPPED).and(lastEnd);
            case UP, LOOPING, UNKNOWN ->
                    Reason.of(Cause.PM2_SAYS, text(Spoken.name(instance.status())));
        };
    }

    private static Optional<Duration> shortestUptime(List<Pm2Process> instances, Instant now) {
        return instances.stream()
                .filter(Pm2Process::isOnline)
                .flatMap(instance -> instance.startedAt().stream())
                .map(start -> start.isAfter(now) ? Duration.ZERO : Duration.between(start, now))
                .min(Comparator.naturalOrder());
    }

    private static OptionalInt restarts(List<Pm2Process> instances) {
        if (instances.stream().allMatch(instance -> instance.restarts().isEmpty())) {
            return OptionalInt.empty();
        }
        long sum = instances.stream().mapToLong(instance -> instance.restarts().orElse(0)).sum();
        return OptionalInt.of((int) Math.min(sum, Integer.MAX_VALUE));
    }

    private static OptionalLong lastDeliberateStart(List<Pm2Process> instances) {
        LongStream starts =
                instances.stream()
                        .flatMap(i -> i.seriesSince().stream())
                        .mapToLong(Instant::toEpochMilli);
        return starts.max();
    }

    private static OptionalDouble cpu(List<Pm2Process> instances) {
        return instances.stream().noneMatch(Pm2Process::isOnline)
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        instances.stream().mapToDouble(i -> i.cpuPercent().orElse(0)).sum());
    }

    private static OptionalLong memory(List<Pm2Process> instances) {
        return instances.stream().noneMatch(Pm2Process::isOnline)
                ? OptionalLong.empty()
                : OptionalLong.of(
                        instances.stream().mapToLong(i -> i.memoryBytes().orElse(0)).sum());
    }

    /// Of several instances the one with an error is told.
    private static Optional<Reason> lastExit(List<Pm2Process> instances, ProcessState claim) {
        Comparator<Pm2Process> worst =
                Comparator.comparing((Pm2Process i) -> claim(i.status()) == claim)
                        .thenComparing(i -> i.exitCode().orElse(0) != 0);
        return instances.stream().max(worst).flatMap(Pm2Observation::exit);
    }

    private static Optional<Reason> exit(Pm2Process instance) {
        return instance.exitCode().isPresent()
                ? Optional.of(Ending.byExit(instance.exitCode().getAsInt(), false))
                : Optional.empty();
    }
}

package pikett.adapters.process;

import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import pikett.adapters.host.Signals;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// The state of a container as `docker inspect` prints it with our format.
final class DockerContainer {
    /// Only these fields: the rest of an inspection holds the environment, and the log of health checks.
    static final String FORMAT =
            "{\"status\":{{json .State.Status}}"
                    + ",\"exit\":{{json .State.ExitCode}}"
                    + ",\"oom\":{{json .State.OOMKilled}}"
                    + ",\"error\":{{json .State.Error}}"
                    + ",\"started\":{{json .State.StartedAt}}"
                    + ",\"health\":{{if .State.Health}}{{json .State.Health.Status}}{{else}}null{{end}}"
                    + ",\"restarts\":{{json .RestartCount}} }";

    private static final Set<String> FIELDS =
            Set.of("status", "exit", "oom", "error", "started", "health", "restarts");

    private static final int SIGNAL_OFFSET = 128;

    private DockerContainer() {}

    static Optional<PickedFields> parse(String printed) {
        return PickedFields.ofObject(printed, FIELDS)
                .filter(fields -> fields.text("status").isPresent());
    }

    static Observation observation(PickedFields fields, Instant now) {
        String status = fields.text("status").orElse("");
        String health = fields.text("health").orElse("");
        int exit = fields.count("exit").orElse(0);
        boolean ended =
                !status.equals("running") && !status.equals("created") && !status.equals("paused");
        Optional<Reason> lastExit =
                ended || exit != 0 ? Optional.of(exit(exit, fields)) : Optional.empty();
        ProcessState claim = claim(status, health, exit, fields);
        return new Observation(
                claim,
                reason(status, health, exit, fields),
                status.equals("running") ? uptime(fields, now) : Optional.empty(),
                fields.count("restarts"),
                0,
                fields.count("restarts").orElse(0) > 0,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                lastExit,
                OptionalInt.empty());
    }

    private static ProcessState claim(String status, String health, int exit, PickedFields fields) {
        return switch (status) {
            case "running" -> health.equals("starting") ? ProcessState.STARTING : ProcessState.UP;
            case "restarting" -> ProcessState.STARTING;
            case "created", "paused", "removing" -> ProcessState.STOPPED;
            case "exited" -> wasStopped(exit, fields) ? ProcessState.STOPPED : ProcessState.FAILED;
            case "dead" -> ProcessState.FAILED;
            default -> ProcessState.UNKNOWN;
        };
    }

    /// Docker does not tell a stop from a crash: the signals with which it asks a program to end count as a
    /// stop. KILL does not, although an impatient stop uses it too.
    private static boolean wasStopped(int exit, PickedFields fields) {
        boolean asked = exit == 0 || exit == SIGNAL_OFFSET + 15 || exit == SIGNAL_OFFSET + 2;
        return asked && !outOfMemory(fields);
    }

    private static Optional<Reason> reason(
            String status, String health, int exit, PickedFields fields) {
        String error = fields.text("error").map(Spoken::firstLine).orElse("");
        return switch (status) {
            case "running" ->
                    switch (health) {
                        case "unhealthy" -> Optional.of(Reason.of(Cause.CONTAINER_UNHEALTHY));
                        case "starting" -> Optional.of(Reason.of(Cause.CONTAINER_NOT_HEALTHY_YET));
                        default -> Optional.empty();
                    };
            case "restarting" ->
                    Optional.of(
                            Reason.of(Cause.DOCKER_STARTS_AGAIN)
                                    .and(Verdict.lastEnd(Optional.of(exit(exit, fields)))));
            case "created" -> Optional.of(Reason.of(Cause.CONTAINER_NEVER_STARTED).said(error));
            case "paused" -> Optional.of(Reason.of(Cause.CONTAINER_PAUSED));
            case "removing" -> Optional.of(Reason.of(Cause.CONTAINER_BEING_REMOVED));
            case "exited" ->
                    Optional.of(
                            Reason.of(Cause.CONTAINER_ENDED, inner(exit(exit, fields)))
                                    .said(error));
            case "dead" -> Optional.of(Reason.of(Cause.CONTAINER_DEAD).said(error));
            default -> Optional.of(Reason.of(Cause.DOCKER_SAYS, text(Spoken.name(status))));
        };
    }

    private static Reason exit(int exit, PickedFields fields) {
        return Signals.ofStatus(exit)
                .map(name -> Ending.bySignal(name, outOfMemory(fields)))
                .orElseGet(() -> Ending.byExit(exit, outOfMemory(fields)));
    }

    private static boolean outOfMemory(PickedFields fields) {
        return fields.text("oom").filter("true"::equals).isPresent();
    }

    private static Optional<Duration> uptime(PickedFields fields, Instant now) {
        try {
            return fields.text("started")
                    .map(Instant::parse)
                    .map(start ->
                            start.isAfter(now) ? Duration.ZERO : Duration.between(start, now));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

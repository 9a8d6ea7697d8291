package pikett.adapters.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;

/// What a service's own status command says: by its exit code as init scripts do (0 up, 3 stopped,
/// 4 unknown, others failed), and in more detail when it prints one JSON object.
///
/// Its known fields are `state` (a [ProcessState] in small letters, which wins over the exit code),
/// `uptime` in seconds, `restarts`, `cpu` in percent of one core, `memory` in bytes and `reason`.
final class StatusReport {
    private static final Set<String> FIELDS =
            Set.of("state", "uptime", "restarts", "cpu", "memory", "reason");

    private static final PickedFields NOTHING = new PickedFields(java.util.Map.of());
    private static final long LONGEST_UPTIME = Duration.ofDays(36_500).toSeconds();

    private StatusReport() {}

    static Observation observation(ShellResult.Done done) {
        PickedFields fields =
                PickedFields.ofObject(done.output().standard(), FIELDS).orElse(NOTHING);
        Optional<ProcessState> told = fields.text("state").flatMap(StatusReport::state);
        ProcessState claim = told.orElseGet(() -> byExit(done.exitCode()));
        return new Observation(
                claim,
                fields.text("reason")
                        .map(Spoken::firstLine)
                        .map(Reason::told)
                        .or(() ->
                                claim == ProcessState.UP
                                        ? Optional.empty()
                                        : Optional.of(said(done, fields))),
                uptime(fields),
                fields.count("restarts"),
                0,
                fields.count("restarts").orElse(0) > 0,
                OptionalLong.empty(),
                positive(fields.number("cpu")),
                memory(fields),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Optional<ProcessState> state(String text) {
        return Arrays.stream(ProcessState.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static ProcessState byExit(int exit) {
        return switch (exit) {
            case 0 -> ProcessState.UP;
            case 3 -> ProcessState.STOPPED;
            case 4 -> ProcessState.UNKNOWN;
            default -> ProcessState.FAILED;
        };
    }

    private static Reason said(ShellResult.Done done, PickedFields fields) {
        return fields.equals(NOTHING)
                ? ToolTrouble.exit("commands.status", done)
                : ToolTrouble.exit("commands.status", done.exitCode());
    }

    private static Optional<Duration> uptime(PickedFields fields) {
        OptionalDouble seconds = positive(fields.number("uptime"));
        return seconds.isPresent() && seconds.getAsDouble() <= LONGEST_UPTIME
                ? Optional.of(Duration.ofMillis((long) (seconds.getAsDouble() * 1000)))
                : Optional.empty();
    }

    private static OptionalLong memory(PickedFields fields) {
        OptionalLong bytes = fields.whole("memory");
        return bytes.isPresent() && bytes.getAsLong() >= 0 ? bytes : OptionalLong.empty();
    }

    private static OptionalDouble positive(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() >= 0 ? number : OptionalDouble.empty();
    }
}

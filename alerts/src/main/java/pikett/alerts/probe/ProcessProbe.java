package pikett.alerts.probe;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pikett.adapters.process.Ending;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;

/// Reads a supervised program.
///
/// One that has just been started comes up, or is about to fail again: whether it is down, looping or
/// failed is left out until that is known. Safe for use by many threads.
public final class ProcessProbe implements Probe {
    private final Supervisor supervisor;
    private final InstantSource clock;

    public ProcessProbe(Supervisor supervisor, InstantSource clock) {
        this.supervisor = supervisor;
        this.clock = clock;
    }

    /// How long it may take is limited by the supervisor; the deadline is kept by interrupting.
    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        ProcessReading reading = supervisor.read();
        return switch (reading.state()) {
            case UNKNOWN ->
                    look.unknown(reading.reason().orElseGet(() -> Reason.of(Cause.ERROR_INSIDE)));
            case STARTING -> look.known(told(reading));
            case UP, LOOPING, STOPPED, FAILED -> look.known(judged(told(reading), reading.state()));
        };
    }

    private static Found told(ProcessReading reading) {
        OptionalDouble cpu = reading.cpuPercent();
        return new Found()
                .text("state", reading.state().name().toLowerCase(Locale.ROOT))
                .number("restarts", reading.restarts())
                .time("uptime", reading.uptime())
                .number(
                        "cpu",
                        cpu.isPresent()
                                ? OptionalDouble.of(cpu.getAsDouble() / 100)
                                : OptionalDouble.empty())
                .number("memory", reading.memoryBytes())
                .number(
                        "exit",
                        reading.lastExit().map(Ending::status).orElse(OptionalLong.empty()));
    }

    private static Found judged(Found found, ProcessState state) {
        return found.flag("down", state == ProcessState.STOPPED || state == ProcessState.FAILED)
                .flag("looping", state == ProcessState.LOOPING)
                .flag("failed", state == ProcessState.FAILED);
    }
}

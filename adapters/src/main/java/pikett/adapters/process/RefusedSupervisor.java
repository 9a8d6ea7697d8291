package pikett.adapters.process;

import java.time.InstantSource;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;

/// Stands for a program whose name is not handed to anything; answers only why.
record RefusedSupervisor(Reason reason, InstantSource clock) implements Supervisor {
    @Override
    public ProcessReading read() {
        return ProcessReading.unknown(reason, clock.instant());
    }

    @Override
    public ShellResult restart() {
        return new ShellResult.FailedToStart(reason);
    }

    @Override
    public ShellResult logs(int lines) {
        return new ShellResult.FailedToStart(reason);
    }
}

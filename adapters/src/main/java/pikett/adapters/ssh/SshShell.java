package pikett.adapters.ssh;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import pikett.adapters.host.Command;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// Runs argument vectors on a host over its pooled SSH session.
///
/// Safe for use by many threads. What was not started is tried once more on a new session, because a
/// pooled one may have died unnoticed; what may have been started is never repeated.
final class SshShell implements Shell {
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final SshConnection connection;
    private final RandomGenerator random;

    /// @param random for marks that output cannot guess
    SshShell(SshConnection connection, RandomGenerator random) {
        this.connection = connection;
        this.random = random;
    }

    @Override
    public ShellResult run(Command command) {
        Deadline deadline = Deadline.in(command.timeout());
        boolean renewed = false;
        int refusedAlone = 0;
        while (true) {
            switch (connection.reach(deadline)) {
                case SshConnection.Reach.NotReached(var why) -> {
                    return why;
                }
                case SshConnection.Reach.Reached(var live) -> {
                    switch (runOn(live, command, deadline)) {
                        case ExecCall.Attempt.Ended(var result) -> {
                            return result;
                        }
                        case ExecCall.Attempt.ChannelRefused() -> {
                            // Alone on the session: either its last command is not quite gone, or
                            // the
                            // host allows none.
                            if (!live.permits().releaseRefused() && ++refusedAlone == TRIES) {
                                return noChannel();
                            }
                            LockSupport.parkNanos(refusedAlone * PAUSE.toNanos());
                        }
                        case ExecCall.Attempt.SessionDead(var reason) -> {
                            connection.discard(live);
                            if (renewed) {
                                return new ShellResult.Unreachable(reason);
                            }
                            renewed = true;
                        }
                    }
                }
            }
        }
    }

    private ExecCall.Attempt runOn(LiveSession live, Command command, Deadline deadline) {
        live.used();
        try {
            if (!live.permits().acquire(deadline)) {
                return unreachable(Reason.of(Cause.BUSY, place()));
            }
            return withPermit(live, command, deadline);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return unreachable(Reason.of(Cause.CANCELLED));
        } finally {
            live.released();
        }
    }

    private ExecCall.Attempt withPermit(LiveSession live, Command command, Deadline deadline) {
        boolean refused = false;
        try {
            ExecCall.Attempt attempt =
                    new ExecCall(connection, live, command, deadline, random)
                            .run(connection.channelTime(deadline));
            refused = attempt instanceof ExecCall.Attempt.ChannelRefused;
            return attempt;
        } finally {
            if (!refused) {
                live.permits().release();
            }
        }
    }

    private static ExecCall.Attempt unreachable(Reason reason) {
        return new ExecCall.Attempt.Ended(new ShellResult.Unreachable(reason));
    }

    private ShellResult noChannel() {
        return new ShellResult.Unreachable(Reason.of(Cause.NO_CHANNEL, place()));
    }

    private Detail place() {
        return Detail.text(connection.target().place());
    }
}

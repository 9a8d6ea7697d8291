package pikett.adapters.ssh;

import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.host.Command;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// One command on one session: opens a channel, hands the command over, waits for its end.
///
/// JSch swallows interrupts, so it is called by threads of its own and the caller waits on a future.
final class ExecCall {
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final SshTarget target;
    private final LiveSession live;
    private final SshLimits limits;
    private final Command command;
    private final long seconds;
    private final FarSide farSide;
    private final FramedSink standard;
    private final FramedSink error;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private long begun;

    ExecCall(
            SshConnection connection,
            LiveSession live,
            Command command,
            Deadline deadline,
            RandomGenerator random) {
        this.target = connection.target();
        this.limits = connection.limits();
        this.live = live;
        this.command = command;
        this.seconds = Math.max(1, Math.ceilDiv(deadline.left().toMillis(), 1000));
        this.farSide = FarSide.of(command.arguments(), seconds, limits.killGrace(), random);
        this.standard = new FramedSink(farSide.mark(), command.outputLimit());
        this.error = new ClosingSink(farSide.mark(), command.outputLimit());
    }

    /// How the call ended.
    sealed interface Attempt {
        /// With a result for the caller.
        record Ended(ShellResult result) implements Attempt {}

        /// The host opens no further channel now. Nothing was started.
        record ChannelRefused() implements Attempt {}

        /// The session no longer answers. Nothing was started.
        record SessionDead(Reason reason) implements Attempt {}
    }

    /// Makes the call. Called once.
    Attempt run(Duration channelTime) {
        ChannelExec channel;
        try {
            channel = (ChannelExec) live.session().openChannel("exec");
        } catch (JSchException down) {
            return lost();
        }
        if (channel == null) {
            return lost();
        }
        channel.setInputStream(InputStream.nullInputStream());
        channel.setOutputStream(standard);
        channel.setErrStream(error);
        channel.setCommand(farSide.line().getBytes(StandardCharsets.UTF_8));
        begun = System.nanoTime();
        try {
            return open(channel, channelTime);
        } finally {
            // May wait for a key exchange that is going on; nobody needs to wait for that.
            Thread.ofVirtual().name("ssh-close " + target.name()).start(channel::disconnect);
        }
    }

    private Attempt lost() {
        return new Attempt.SessionDead(at(Cause.CONNECTION_LOST));
    }

    private Attempt open(ChannelExec channel, Duration channelTime) {
        int millis = (int) Math.max(1, channelTime.toMillis());
        CompletableFuture<Void> opened =
                CompletableFuture.runAsync(
                        () -> connect(channel, millis),
                        task -> Thread.ofVirtual().name("ssh-exec " + target.name()).start(task));
        try {
            // Two waits of JSch's own: for the channel, and for the command to be taken.
            opened.get(2L * millis + limits.slack().toMillis(), TimeUnit.MILLISECONDS);
            return new Attempt.Ended(awaitEnd(channel));
        } catch (ExecutionException failure) {
            return notOpened(channel, channelTime, message(failure));
        } catch (TimeoutException stuck) {
            return new Attempt.Ended(unknown(Cause.NO_WORD_AFTER_START));
        } catch (InterruptedException cancelled) {
            return new Attempt.Ended(new Cancellation().finish(channel));
        }
    }

    private static String message(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private static void connect(ChannelExec channel, int millis) {
        try {
            channel.connect(millis);
            FailPoint.EXEC_SENT.pass();
        } catch (JSchException failure) {
            throw new CompletionException(failure);
        }
    }

    /// JSch says by its message alone how far it got, and before which of them nothing was started.
    private Attempt notOpened(ChannelExec channel, Duration channelTime, String message) {
        if (message.contains("channel is not opened")) {
            return channel.isClosed()
                    ? new Attempt.ChannelRefused()
                    : new Attempt.SessionDead(
                            Reason.of(
                                    Cause.NO_CHANNEL_IN_TIME,
                                    text(target.place()),
                                    span(channelTime)));
        }
        if (message.contains("session is down") || message.contains("session is not available")) {
            return lost();
        }
        if (message.contains("failed to send channel request") && live.connected()) {
            return new Attempt.Ended(
                    new ShellResult.FailedToStart(at(Cause.NO_COMMANDS_FOR_LOGIN)));
        }
        return new Attempt.Ended(unknown(Cause.CONNECTION_LOST_AT_START));
    }

    private ShellResult awaitEnd(ChannelExec channel) throws InterruptedException {
        Duration all = Duration.ofSeconds(seconds).plus(limits.killGrace()).plus(limits.slack());
        Deadline end = Deadline.in(all.minus(Duration.ofNanos(System.nanoTime() - begun)));
        long seen = -1;
        Deadline settled = Deadline.in(SETTLE);
        while (true) {
            try {
                closed.get(end.or(Deadline.in(LOOK)).left().toNanos(), TimeUnit.NANOSECONDS);
                return result(channel);
            } catch (TimeoutException running) {
                long received = standard.received() + error.received();
                if (!hasEnded(channel) || received != seen) {
                    settled = Deadline.in(SETTLE);
                    seen = received;
                }
                if (settled.passed()) {
                    return result(channel);
                }
                if (end.passed()) {
                    return unknown(Cause.END_NOT_SAID);
                }
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// The program has ended, but a child of it may still hold its output open.
    private static boolean hasEnded(ChannelExec channel) {
        return channel.getExitStatus() != ExecEnd.NO_STATUS || channel.getExitSignal() != null;
    }

    private ShellResult result(ChannelExec channel) {
        return new ExecEnd(
                        channel.getExitStatus(),
                        channel.getExitSignal(),
                        Duration.ofNanos(System.nanoTime() - begun),
                        standard,
                        error)
                .result(target, Duration.ofSeconds(seconds), command.timeout());
    }

    private Reason at(Cause cause) {
        return Reason.of(cause, text(target.place()));
    }

    private ShellResult unknown(Cause cause) {
        return new ShellResult.Unknown(at(cause), ExecEnd.output(standard, error));
    }

    /// The thread that waits was interrupted: the far side is told to end the program as its own
    /// `timeout` would, and we stay to see whether it does.
    private final class Cancellation {
        ShellResult finish(ChannelExec channel) {
            try {
                standard.pid().ifPresent(pid -> new FarSignal(live.session()).end(pid));
                Duration patience = limits.killGrace().plus(limits.slack());
                boolean ended =
                        closed.thenApply(_ -> true)
                                .completeOnTimeout(
                                        false,
                                        standard.pid().isPresent() ? patience.toMillis() : 0,
                                        TimeUnit.MILLISECONDS)
                                .join();
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                return ended && channel.isClosed() && live.connected()
                        ? new ShellResult.TimedOut(took, ExecEnd.output(standard, error))
                        : unknown(Cause.CANCEL_NOT_CONFIRMED);
            } finally {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// JSch closes the error stream last, after the status is set.
    private final class ClosingSink extends FramedSink {
        ClosingSink(String mark, int limit) {
            super(mark, limit);
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }
}

package pikett.alerts.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.alerts.reading.Reading;

/// Reads whether a port takes connections, and how soon. Says nothing there, and hangs up at once. Safe
/// for use by many threads.
public final class PortProbe implements Probe {
    private final Dialer through;
    private final String address;
    private final int port;
    private final InstantSource clock;

    /// @param through opens connections from the host from which is looked
    public PortProbe(Dialer through, String address, int port, InstantSource clock) {
        this.through = through;
        this.address = address;
        this.port = port;
        this.clock = clock;
    }

    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        // Not the clock of the wall: that one can be set meanwhile.
        long begun = System.nanoTime();
        try {
            Socket socket = through.dial(address, port, look.left());
            Duration latency = Duration.ofNanos(System.nanoTime() - begun);
            hangUp(socket);
            return look.known(new Found().flag("failed", false).time("latency", latency));
        } catch (IOException failure) {
            return Unanswered.of(look, why(failure));
        }
    }

    private Reason why(IOException failure) {
        return Thread.currentThread().isInterrupted()
                ? Reason.of(Cause.GIVEN_UP)
                : ReasonedException.of(
                        failure,
                        Reason.of(Cause.NO_CONNECTION, Detail.text(address + ":" + port))
                                .said(String.valueOf(failure.getMessage())));
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It had answered, and that was the question.
        }
    }
}

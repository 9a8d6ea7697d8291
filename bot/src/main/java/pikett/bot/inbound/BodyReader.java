package pikett.bot.inbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import pikett.adapters.failpoint.FailPoint;

/// Reads one body, up to its length and at its pace. For one thread, which it blocks.
///
/// Jetty's own minimum data rate takes all senders together, so that one slow sender hides behind the
/// others; its idle time starts anew with each byte.
final class BodyReader {
    private static final int CHUNK = 8 * 1024;

    private final Request request;
    private final DoorLimits limits;
    private final HeldBytes.Share share;
    private final long startedAt = System.nanoTime();

    BodyReader(Request request, DoorLimits limits, HeldBytes.Share share) {
        this.request = request;
        this.limits = limits;
        this.share = share;
    }

    /// Reads it whole, or says why not.
    BodyRead read(int atMost) {
        if (request.getLength() > atMost) {
            return new BodyRead.TooLong(atMost);
        }
        try {
            return read(stream(), atMost);
        } catch (IOException _) {
            return new BodyRead.BrokenOff();
        }
    }

    /// Lets pass what is not wanted, up to the longest body: who is still sending when the connection is
    /// closed never reads the answer.
    void pass() {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return;
        }
        try {
            InputStream in = stream();
            byte[] chunk = new byte[CHUNK];
            int passed = 0;
            int length = 0;
            while (length >= 0 && passed < limits.bodyBytes() && !tooSlow(passed)) {
                length = in.read(chunk);
                passed += Math.max(0, length);
            }
        } catch (IOException _) {
            // Who goes away does not want the answer.
        }
    }

    /// Not closed by anybody: that would fail the request, whose answer is still to come.
    private InputStream stream() {
        return Content.Source.asInputStream(request);
    }

    private BodyRead read(InputStream in, int atMost) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (true) {
            int length = in.read(chunk);
            if (length < 0) {
                return new BodyRead.Whole(Body.of(body.toByteArray()));
            }
            if (body.size() + length > atMost) {
                return new BodyRead.TooLong(atMost);
            }
            if (!share.grow(length)) {
                return new BodyRead.NoRoom();
            }
            body.write(chunk, 0, length);
            FailPoint.BODY_HALF_READ.pass();
            if (tooSlow(body.size())) {
                return new BodyRead.TooSlow();
            }
        }
    }

    private boolean tooSlow(int received) {
        Duration counted = Duration.ofNanos(System.nanoTime() - startedAt).minus(limits.grace());
        return received < counted.toMillis() * limits.bytesPerSecond() / 1000.0;
    }
}

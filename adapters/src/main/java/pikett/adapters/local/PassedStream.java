package pikett.adapters.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// Passes on what a program writes, byte by byte and as soon as it comes, and keeps its end.
///
/// Where nobody reads any more, the program is not read either: it meets the closed pipe as if it wrote
/// there itself.
final class PassedStream {
    private static final int PIECE = 64 * 1024;
    private static final Duration PACE = Duration.ofMillis(20);

    private final InputStream from;
    private final OutputStream to;
    private final LastBytes last;
    private final Thread thread;
    private volatile boolean writing;
    private volatile long moved = System.nanoTime();

    private PassedStream(InputStream from, OutputStream to, LastBytes last) {
        this.from = from;
        this.to = to;
        this.last = last;
        // A platform thread: a read from a pipe holds it.
        this.thread = Thread.ofPlatform().daemon().name("pass").unstarted(this::pass);
    }

    static PassedStream start(InputStream from, OutputStream to, LastBytes last) {
        PassedStream stream = new PassedStream(from, to, last);
        stream.thread.start();
        return stream;
    }

    private void pass() {
        byte[] piece = new byte[PIECE];
        try (from) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                writing = true;
                last.add(piece, read);
                to.write(piece, 0, read);
                to.flush();
                moved = System.nanoTime();
                writing = false;
            }
        } catch (IOException _) {
            // Whoever read it is gone, or the program is.
        } finally {
            writing = false;
        }
    }

    /// The program has ended; waits until all that it wrote is passed on, however slowly that is read.
    /// What it left behind may hold the stream open: that is waited for no longer than this.
    void settle(Duration silence) throws InterruptedException {
        long ended = System.nanoTime();
        while (!thread.join(PACE)) {
            long now = System.nanoTime();
            long since = now - Math.max(ended, moved);
            if (!writing && since > silence.toNanos()) {
                return;
            }
        }
    }
}

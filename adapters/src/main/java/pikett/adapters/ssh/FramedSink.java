package pikett.adapters.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pikett.adapters.host.BoundedSink;

/// Keeps what comes after the mark of [FarSide], and apart from it a little of the noise before.
///
/// Never blocks and never throws: it is written to by the thread that serves all of a session. Safe
/// for use by many threads.
class FramedSink extends OutputStream {
    private static final int NOISE_KEPT = 400;
    private static final int HEADER_LIMIT = 32;

    private final byte[] mark;
    private final BoundedSink noise = new BoundedSink(NOISE_KEPT);
    private final BoundedSink kept;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private int matched;
    private boolean started;
    private long received;

    FramedSink(String mark, int limit) {
        this.mark = mark.getBytes(StandardCharsets.US_ASCII);
        this.kept = new BoundedSink(limit);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        received += length;
        int at = from;
        int end = from + length;
        while (!started && at < end) {
            readNoise(bytes[at++]);
        }
        kept.write(bytes, at, end - at);
    }

    /// Whether the line of ours ran.
    synchronized boolean started() {
        return started;
    }

    /// The process id on the far side, which only standard output tells.
    synchronized Optional<Long> pid() {
        String digits = header.toString(StandardCharsets.US_ASCII).strip();
        return started && digits.matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(digits))
                : Optional.empty();
    }

    /// What came before the mark, as readable text.
    synchronized String noise() {
        return noise.text().strip();
    }

    /// How many bytes have come in all.
    synchronized long received() {
        return received;
    }

    BoundedSink kept() {
        return kept;
    }

    private void readNoise(byte b) {
        if (matched == mark.length) {
            readHeader(b);
            return;
        }
        noise.write(b);
        // Starting over is right although the mark may be cut into: its first byte occurs in it
        // once.
        if (b == mark[matched]) {
            matched++;
        } else {
            matched = b == mark[0] ? 1 : 0;
        }
    }

    private void readHeader(byte b) {
        if (b == '\n') {
            started = true;
        } else if (header.size() < HEADER_LIMIT) {
            header.write(b);
        }
    }
}

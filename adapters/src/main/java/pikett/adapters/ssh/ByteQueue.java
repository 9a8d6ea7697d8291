package pikett.adapters.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Bytes from the thread that serves all of a session to the thread that reads one connection.
///
/// The first must never wait, so a reader that lags behind by the bound loses its connection, and only
/// that one. Safe for use by many threads.
final class ByteQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private final int bound;
    private int offset;
    private int size;
    private boolean ended;
    private @Nullable String broken;

    /// @param bound how many bytes may wait to be read
    ByteQueue(int bound) {
        this.bound = bound;
    }

    /// No more will come; what is there can still be read.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The connection is broken, unless it has ended before; what is there can still be read.
    void fail(String reason) {
        lock.lock();
        try {
            if (!ended && broken == null) {
                broken = reason;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int available() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /// Where the session's thread puts bytes.
    OutputStream sink(Runnable onClose) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                put(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                put(bytes, from, length);
            }

            @Override
            public void close() {
                onClose.run();
            }
        };
    }

    /// Where the reader takes them.
    ///
    /// @param timeoutMillis asked at each read; 0 waits without end
    InputStream source(IntSupplier timeoutMillis, Runnable onClose) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return take(one, 0, 1, timeoutMillis.getAsInt()) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                Objects.checkFromIndexSize(from, length, into.length);
                return length == 0 ? 0 : take(into, from, length, timeoutMillis.getAsInt());
            }

            @Override
            public int available() {
                return ByteQueue.this.available();
            }

            @Override
            public void close() {
                onClose.run();
            }
        };
    }

    private void put(byte[] bytes, int from, int length) {
        lock.lock();
        try {
            if (ended || broken != null || length == 0) {
                return;
            }
            if (size + length > bound) {
                broken = "more than %d bytes waited to be read".formatted(bound);
            } else {
                chunks.add(Arrays.copyOfRange(bytes, from, from + length));
                size += length;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] into, int from, int length, int timeoutMillis) throws IOException {
        lock.lock();
        try {
            awaitSomething(timeoutMillis);
            byte[] chunk = chunks.peek();
            if (chunk == null) {
                if (broken != null) {
                    throw new IOException(broken);
                }
                return -1;
            }
            int taken = Math.min(length, chunk.length - offset);
            System.arraycopy(chunk, offset, into, from, taken);
            offset += taken;
            size -= taken;
            if (offset == chunk.length) {
                chunks.remove();
                offset = 0;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void awaitSomething(int timeoutMillis) throws IOException {
        long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (size == 0 && !ended && broken == null) {
            try {
                if (timeoutMillis == 0) {
                    changed.await();
                } else if (left <= 0) {
                    throw new SocketTimeoutException(
                            "nothing to read within " + timeoutMillis + " ms");
                } else {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("cancelled");
            }
        }
    }
}

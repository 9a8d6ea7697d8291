package pikett.adapters.local;

import java.util.Arrays;

/// The last bytes of a stream of any length. Safe for use by many threads.
final class LastBytes {
    private final byte[] ring;
    private int end;
    private boolean full;

    LastBytes(int most) {
        this.ring = new byte[most];
    }

    synchronized void add(byte[] bytes, int length) {
        int from = Math.max(0, length - ring.length);
        for (int i = from; i < length; i++) {
            ring[end] = bytes[i];
            end = (end + 1) % ring.length;
            full |= end == 0;
        }
    }

    synchronized byte[] bytes() {
        if (!full) {
            return Arrays.copyOf(ring, end);
        }
        byte[] all = new byte[ring.length];
        System.arraycopy(ring, end, all, 0, ring.length - end);
        System.arraycopy(ring, 0, all, ring.length - end, end);
        return all;
    }
}

package pikett.adapters.host;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.adapters.failpoint.FailPoint;

/// Takes any amount of output and keeps the head and the tail of it, each up to half of a limit.
///
/// Never blocks and never throws, whatever the amount: it is written to by threads that serve other
/// commands too. Safe for use by many threads.
public final class BoundedSink extends OutputStream {
    private static final int FIRST_SIZE = 1024;
    private static final Pattern GAP =
            Pattern.compile("^\\[… \\d{1,19} bytes not kept …]\\n[^\\n]*+\\n?", Pattern.MULTILINE);

    private final int headLimit;
    private final int tailLimit;
    private byte[] head;
    private byte[] tail = new byte[0];
    private long total;

    /// @param limit how many bytes are kept
    public BoundedSink(int limit) {
        headLimit = limit - limit / 2;
        tailLimit = limit / 2;
        head = new byte[Math.min(FIRST_SIZE, headLimit)];
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        FailPoint.MID_OUTPUT.pass();
        int toHead = (int) Math.clamp(headLimit - total, 0L, (long) length);
        if (toHead > 0) {
            growHead((int) total + toHead);
            System.arraycopy(bytes, from, head, (int) total, toHead);
            total += toHead;
        }
        if (length > toHead) {
            writeTail(bytes, from + toHead, length - toHead);
        }
    }

    private void growHead(int needed) {
        if (needed > head.length) {
            head = Arrays.copyOf(head, Math.min(headLimit, Math.max(needed, 2 * head.length)));
        }
    }

    private void writeTail(byte[] bytes, int from, int length) {
        if (tail.length == 0) {
            tail = new byte[tailLimit];
        }
        int kept = Math.min(length, tail.length);
        total += length - kept;
        int source = from + length - kept;
        for (int left = kept; left > 0; ) {
            int at = (int) ((total - headLimit) % tail.length);
            int part = Math.min(left, tail.length - at);
            System.arraycopy(bytes, source + kept - left, tail, at, part);
            left -= part;
            total += part;
        }
    }

    /// How many bytes were written in all.
    public synchronized long total() {
        return total;
    }

    /// How many bytes were not kept.
    public synchronized long dropped() {
        return Math.max(0, total - headLimit - tailLimit);
    }

    /// What was kept, as readable text; a line between head and tail says how much is missing.
    public synchronized String text() {
        if (total <= headLimit) {
            return ReadableText.of(Arrays.copyOf(head, (int) total));
        }
        byte[] end = tailInOrder();
        if (dropped() == 0) {
            byte[] whole = Arrays.copyOf(head, head.length + end.length);
            System.arraycopy(end, 0, whole, head.length, end.length);
            return ReadableText.of(whole);
        }
        String gap = "[… %d bytes not kept …]".formatted(dropped());
        return ReadableText.of(withoutCutEnd(head))
                + "\n"
                + gap
                + "\n"
                + ReadableText.of(withoutCutStart(end));
    }

    /// The whole lines of what [#text()] gave that stand behind the gap; all of it where there is none.
    public static String behindGap(String text) {
        Matcher gap = GAP.matcher(text);
        return gap.find() ? text.substring(gap.end()) : text;
    }

    private byte[] tailInOrder() {
        long written = total - headLimit;
        if (written <= tail.length) {
            return Arrays.copyOf(tail, (int) written);
        }
        int oldest = tail.length == 0 ? 0 : (int) (written % tail.length);
        byte[] ordered = new byte[tail.length];
        System.arraycopy(tail, oldest, ordered, 0, tail.length - oldest);
        System.arraycopy(tail, 0, ordered, tail.length - oldest, oldest);
        return ordered;
    }

    /// Without the first bytes of a character whose last ones were not kept.
    private static byte[] withoutCutEnd(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead >= 0 && lead > bytes.length - 4 && isContinuation(bytes[lead])) {
            lead--;
        }
        boolean whole =
                lead < 0
                        || new String(bytes, lead, bytes.length - lead, StandardCharsets.UTF_8)
                                        .indexOf('\ufffd')
                                < 0;
        return whole ? bytes : Arrays.copyOf(bytes, lead);
    }

    /// Without the last bytes of a character whose first ones were not kept.
    private static byte[] withoutCutStart(byte[] bytes) {
        int start = 0;
        while (start < Math.min(3, bytes.length) && isContinuation(bytes[start])) {
            start++;
        }
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xc0) == 0x80;
    }
}

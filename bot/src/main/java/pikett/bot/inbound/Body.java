package pikett.bot.inbound;

import java.nio.charset.StandardCharsets;

/// What came with a request, byte by byte as it was sent.
public final class Body {
    public static final Body NONE = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @param bytes not changed by anybody from now on
    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes themselves, not a copy of what may be a megabyte; nobody changes them.
    public byte[] bytes() {
        return bytes;
    }
}

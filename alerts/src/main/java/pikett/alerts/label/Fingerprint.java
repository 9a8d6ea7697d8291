package pikett.alerts.label;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The identity of an alert: two reports with the same labels from the same source are of one alert.
///
/// The source is part of it, so that one source cannot end what another one reported.
///
/// @param value 32 hexadecimal digits
public record Fingerprint(String value) implements Comparable<Fingerprint> {
    private static final int BYTES = 16;

    public static Fingerprint of(String source, Labels labels) {
        MessageDigest digest = sha256();
        add(digest, source);
        labels.asMap()
                .forEach((name, text) -> {
                    add(digest, name);
                    add(digest, text);
                });
        byte[] hash = Arrays.copyOf(digest.digest(), BYTES);
        return new Fingerprint(HexFormat.of().formatHex(hash));
    }

    @Override
    public int compareTo(Fingerprint other) {
        return value.compareTo(other.value);
    }

    /// With its length before it, so that no text can pass for the end of one and the start of another.
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package pikett.bot.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names as buttons carry them.
public final class Names {
    /// Units of an alias.
    public static final int ALIAS_LENGTH = 13;

    private static final int HASH_BYTES = 6;

    private Names() {}

    /// A short stand-in for a name that is too long for a button.
    public static String alias(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return "~" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}

package pikett.bot.app;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/// Unguessable ids, short enough for a button. Safe for use by many threads.
final class Ids implements Supplier<String> {
    private static final int BYTES = 15;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

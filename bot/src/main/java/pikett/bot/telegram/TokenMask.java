package pikett.bot.telegram;

import java.util.regex.Pattern;
import pikett.config.Secret;

/// Takes the token out of any text that leaves this package: it is part of every address that we call,
/// and libraries, proxies and error pages repeat addresses.
///
/// Safe for use by many threads.
final class TokenMask {
    private static final String MASK = "•••";
    private static final Pattern ANY_TOKEN = Pattern.compile("\\d{3,}(?::|%3A|%3a)[\\w-]{20,}");

    private final Secret token;

    TokenMask(Secret token) {
        this.token = token;
    }

    String mask(String text) {
        return ANY_TOKEN.matcher(text.replace(token.reveal(), MASK)).replaceAll(MASK);
    }

    /// What an exception says, in one line.
    String describe(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return mask(message == null || message.isBlank() ? kind : kind + ": " + message);
    }
}

package pikett.playground.botapi.markup;

import java.io.Serial;

/// Text that is not well-formed in its markup language; says what and at which byte.
public final class BadMarkupException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    BadMarkupException(String problem) {
        super(problem);
    }

    /// What is wrong, in Telegram's words.
    public String problem() {
        return String.valueOf(getMessage());
    }
}

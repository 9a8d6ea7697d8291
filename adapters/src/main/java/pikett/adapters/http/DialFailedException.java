package pikett.adapters.http;

import java.io.IOException;

/// The dialer could not open the connection; its own words are in the cause.
final class DialFailedException extends IOException {
    private static final long serialVersionUID = 1;

    DialFailedException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}

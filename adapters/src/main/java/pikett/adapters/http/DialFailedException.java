package pikett.adapters.http;

import java.io.IOException;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

/// The dialer could not open the connection.
final class DialFailedException extends ReasonedException {
    private static final long serialVersionUID = 1;

    /// @param place where to
    DialFailedException(IOException cause, String place) {
        super(
                of(
                        cause,
                        Reason.of(Cause.NO_CONNECTION, Detail.text(place))
                                .said(String.valueOf(cause.getMessage()))),
                cause);
    }
}

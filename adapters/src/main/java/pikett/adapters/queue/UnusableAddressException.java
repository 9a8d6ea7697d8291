package pikett.adapters.queue;

import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// The configured address of a Redis cannot be understood. Never quotes it: it may hold a password.
final class UnusableAddressException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    UnusableAddressException(Cause cause, Detail... details) {
        this(Reason.of(cause, details));
    }

    private UnusableAddressException(Reason reason) {
        super(reason.english());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

package pikett.adapters.reason;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something could not be reached, and why is known.
public class ReasonedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    /// @param cause the system's own failure, if there is one
    public ReasonedException(Reason reason, @Nullable Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
    }

    public ReasonedException(Reason reason) {
        this(reason, null);
    }

    /// Why.
    public Reason reason() {
        return reason;
    }

    /// Why the failure happened, as far as it tells.
    ///
    /// @param otherwise when it is not one of these
    public static Reason of(IOException failure, Reason otherwise) {
        return failure instanceof ReasonedException reasoned ? reasoned.reason() : otherwise;
    }
}

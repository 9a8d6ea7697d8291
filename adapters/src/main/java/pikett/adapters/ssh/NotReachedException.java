package pikett.adapters.ssh;

import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.text;

import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

/// A connection could not be opened because the SSH host in between was not reached.
final class NotReachedException extends ReasonedException {
    private static final long serialVersionUID = 1L;

    private final transient ShellResult result;

    NotReachedException(String host, ShellResult result) {
        super(Reason.of(Cause.HOST_NOT_REACHED, text(host), inner(ShellReason.of(result))));
        this.result = result;
    }

    /// How reaching the host in between ended.
    ShellResult result() {
        return result;
    }
}

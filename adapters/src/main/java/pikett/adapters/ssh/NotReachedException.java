package pikett.adapters.ssh;

import java.io.IOException;
import pikett.adapters.host.ShellResult;

/// A connection could not be opened because the SSH host in between was not reached.
final class NotReachedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ShellResult result;

    NotReachedException(String host, ShellResult result) {
        super("%s not reached: %s".formatted(host, Reasons.of(result)));
        this.result = result;
    }

    /// How reaching the host in between ended.
    ShellResult result() {
        return result;
    }
}

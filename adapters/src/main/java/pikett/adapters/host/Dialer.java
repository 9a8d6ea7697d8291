package pikett.adapters.host;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/// Opens TCP connections from a host's point of view: from this machine, or through a host's SSH
/// connection.
///
/// Safe for use by many threads.
public interface Dialer {
    /// A connected socket.
    ///
    /// @throws IOException with what failed and where, such as `connection refused by 127.0.0.1:3009`; a
    ///     [pikett.adapters.reason.ReasonedException] wherever that is known
    Socket dial(String address, int port, Duration timeout) throws IOException;
}

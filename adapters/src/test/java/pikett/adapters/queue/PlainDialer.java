package pikett.adapters.queue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

/// Connections from this machine.
record PlainDialer() implements Dialer {
    @Override
    public Socket dial(String address, int port, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
            return socket;
        } catch (ConnectException refused) {
            socket.close();
            throw new ReasonedException(
                    Reason.of(Cause.CONNECTION_REFUSED, Detail.text(address + ":" + port)),
                    refused);
        }
    }
}

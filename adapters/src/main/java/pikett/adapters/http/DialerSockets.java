package pikett.adapters.http;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import pikett.adapters.host.Dialer;

/// Sockets that a dialer connects.
final class DialerSockets extends SocketFactory {
    private final Dialer dialer;

    DialerSockets(Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public Socket createSocket() {
        return new DialerSocket(dialer);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectedLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw connectedLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectedLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw connectedLater();
    }

    private static UnsupportedOperationException connectedLater() {
        return new UnsupportedOperationException("OkHttp connects its sockets itself");
    }
}

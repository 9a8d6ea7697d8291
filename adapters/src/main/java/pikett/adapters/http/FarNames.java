package pikett.adapters.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import pikett.adapters.host.Dialer;

/// Leaves names unresolved: whoever opens the connection resolves them, on the far side if need be.
///
/// Also keeps pooled connections apart: 127.0.0.1 is another machine for another dialer, and OkHttp shares
/// connections only between equal names.
record FarNames(Dialer dialer) implements Dns {
    /// An address of the documentation range, never connected to.
    private static final byte[] NOWHERE = {(byte) 192, 0, 2, 1};

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(hostname, NOWHERE));
    }
}

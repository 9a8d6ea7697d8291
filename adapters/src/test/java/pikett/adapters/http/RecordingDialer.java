package pikett.adapters.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pikett.adapters.host.Dialer;

/// A host whose every address leads to one port of this machine, and which remembers what it was asked for.
final class RecordingDialer implements Dialer {
    private final int port;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    RecordingDialer(int port) {
        this.port = port;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    // The caller closes the socket that it gets.
    @SuppressWarnings("resource")
    public Socket dial(String address, int wanted, Duration timeout) throws IOException {
        asked.add(address + ":" + wanted);
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}

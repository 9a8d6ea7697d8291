package pikett.adapters.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// Lets JSch get its socket from a dialer: a direct one, or through a jump host.
record DialedSocket(Opening opening) implements SocketFactory {
    /// Opens the socket.
    interface Opening {
        Socket open(String address, int port) throws IOException;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return opening.open(host, port);
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}

package pikett.playground.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Ports on loopback that nobody uses. They lie below the range that systems hand out for outgoing
/// connections, so that a service finds its port free again each time that it is restarted.
final class FreePorts {
    private static final int LOWEST = 13_000;
    private static final int HIGHEST = 31_000;
    private static final int TRIES = 200;

    private FreePorts() {}

    static List<Integer> choose(int count) throws IOException {
        List<Integer> free = new ArrayList<>();
        for (int tried = 0; tried < TRIES && free.size() < count; tried++) {
            int port = RandomGenerator.getDefault().nextInt(LOWEST, HIGHEST);
            if (!free.contains(port) && isFree(port)) {
                free.add(port);
            }
        }
        if (free.size() < count) {
            throw new IOException(
                    "no free ports on 127.0.0.1 between " + LOWEST + " and " + HIGHEST);
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

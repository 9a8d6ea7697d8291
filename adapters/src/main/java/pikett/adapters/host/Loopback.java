package pikett.adapters.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/// Addresses by which a machine means itself.
public final class Loopback {
    private Loopback() {}

    /// Whether an address, without a port, surely means the machine that is asked.
    public static boolean is(String address) {
        String name = address.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        // Only literals: a name that has to be looked up is not known to mean the machine itself.
        if (!name.matches("[0-9.]+|\\[?[0-9a-f:.]+]?")) {
            return false;
        }
        try {
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}

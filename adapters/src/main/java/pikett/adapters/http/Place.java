package pikett.adapters.http;

import java.util.Locale;
import okhttp3.HttpUrl;

/// Where a request goes, for people and for the rules about redirects.
record Place(String scheme, String host, int port) {
    static Place of(HttpUrl url) {
        return new Place(url.scheme(), url.host().toLowerCase(Locale.ROOT), url.port());
    }

    /// Whether somebody who was sent here may go on there: not out of TLS, and not from a public address to one
    /// that only this machine or its network can reach.
    boolean mayLeadTo(Place next) {
        return scheme.equals(next.scheme)
                && (host.equals(next.host) || reach(host).equals(reach(next.host)));
    }

    private static Reach reach(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return Reach.MACHINE;
        }
        if (host.contains(":")) {
            return sixth(host);
        }
        if (!host.matches("[0-9]+(\\.[0-9]+){3}")) {
            return Reach.WORLD;
        }
        if (host.startsWith("127.") || host.startsWith("0.")) {
            return Reach.MACHINE;
        }
        boolean inside = host.matches("(10|192\\.168|169\\.254|172\\.(1[6-9]|2[0-9]|3[01]))\\..*");
        return inside ? Reach.NETWORK : Reach.WORLD;
    }

    private static Reach sixth(String host) {
        if (host.equals("::1") || host.equals("::") || host.startsWith("::ffff:")) {
            return Reach.MACHINE;
        }
        return host.matches("(f[cd]|fe[89ab]).*") ? Reach.NETWORK : Reach.WORLD;
    }

    /// `203.0.113.7:443`
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /// From where an address can be reached.
    private enum Reach {
        /// From the machine itself.
        MACHINE,
        /// From its network.
        NETWORK,
        /// From everywhere, as far as the address tells.
        WORLD
    }
}

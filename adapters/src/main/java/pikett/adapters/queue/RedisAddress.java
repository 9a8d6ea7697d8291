package pikett.adapters.queue;

import static pikett.adapters.reason.Detail.number;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import pikett.adapters.reason.Cause;
import pikett.config.Secret;

/// Where a Redis is and how to log in, read from `redis://[[user]:password@]address[:port][/database]`.
///
/// @param address a name or an IP address, as the host sees it
/// @param user empty for the default user
record RedisAddress(
        String address, int port, Optional<String> user, Optional<Secret> password, int database) {
    private static final int USUAL_PORT = 6379;

    /// The address.
    ///
    /// @throws UnusableAddressException saying what is wrong without quoting the URL, which may hold a
    ///     password
    static RedisAddress parse(Secret url) {
        URI uri = uri(url);
        if (!"redis".equals(uri.getScheme())) {
            throw new UnusableAddressException(Cause.REDIS_URL_SCHEME);
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new UnusableAddressException(Cause.REDIS_URL_NO_ADDRESS);
        }
        Optional<String> login = Optional.ofNullable(uri.getUserInfo()).filter(l -> !l.isEmpty());
        return new RedisAddress(
                uri.getHost().replace("[", "").replace("]", ""),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                login.flatMap(RedisAddress::user),
                login.map(RedisAddress::password),
                database(uri.getPath()));
    }

    /// `127.0.0.1:6379`, as reasons name it.
    String spoken() {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    private static URI uri(Secret url) {
        try {
            return new URI(url.reveal());
        } catch (URISyntaxException malformed) {
            // Without the cause: its message is the whole URL.
            throw new UnusableAddressException(
                    Cause.REDIS_URL_MALFORMED, number(malformed.getIndex() + 1L));
        }
    }

    private static Optional<String> user(String login) {
        int colon = login.indexOf(':');
        return colon > 0 ? Optional.of(login.substring(0, colon)) : Optional.empty();
    }

    /// Without a colon the whole of it is the password, as `redis-cli -u` reads it.
    private static Secret password(String login) {
        return new Secret(login.substring(login.indexOf(':') + 1));
    }

    private static int database(String path) {
        if (path == null || path.isEmpty() || path.equals("/")) {
            return 0;
        }
        try {
            int database = Integer.parseInt(path.substring(1));
            if (database >= 0) {
                return database;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a negative number.
        }
        throw new UnusableAddressException(Cause.REDIS_URL_DATABASE);
    }
}

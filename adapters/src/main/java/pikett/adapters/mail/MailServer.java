package pikett.adapters.mail;

import java.net.URI;
import java.util.Optional;
import pikett.adapters.host.Loopback;
import pikett.config.Secret;

/// A mail server, and how we speak to it.
///
/// @param login who we are there, when it asks
public record MailServer(String host, int port, Security security, Optional<Login> login) {
    private static final int SMTPS = 465;
    private static final int SUBMISSION = 587;
    private static final int SMTP = 25;

    /// How what we say is kept from others.
    public enum Security {
        /// TLS from the first byte.
        TLS,
        /// STARTTLS before anything else is said; a server that does not offer it is told nothing.
        STARTTLS,
        /// STARTTLS where it is offered: nobody is between us and this machine.
        STARTTLS_IF_OFFERED
    }

    /// Who we are to the server.
    public record Login(String user, Secret password) {}

    /// Reads `smtps://host[:port]` or `smtp://host[:port]`.
    ///
    /// @throws IllegalArgumentException when it is neither
    public static MailServer of(URI address, Optional<Login> login) {
        String host = String.valueOf(address.getHost()).replaceAll("[\\[\\]]", "");
        boolean here = Loopback.is(host);
        return switch (String.valueOf(address.getScheme())) {
            case "smtps" -> new MailServer(host, port(address, SMTPS), Security.TLS, login);
            case "smtp" ->
                    here
                            ? new MailServer(
                                    host, port(address, SMTP), Security.STARTTLS_IF_OFFERED, login)
                            : new MailServer(
                                    host, port(address, SUBMISSION), Security.STARTTLS, login);
            default -> throw new IllegalArgumentException("a mail server is smtps:// or smtp://");
        };
    }

    private static int port(URI address, int usual) {
        return address.getPort() < 0 ? usual : address.getPort();
    }

    /// `host:port`, for people.
    String place() {
        return host + ":" + port;
    }
}

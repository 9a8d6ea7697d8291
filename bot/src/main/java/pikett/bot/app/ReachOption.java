package pikett.bot.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pikett.adapters.redaction.Redactor;
import pikett.config.InboundConfig;
import pikett.config.PikettConfig;
import pikett.config.Secret;
import pikett.config.file.ConfigResult;

/// Where a script reaches the Pikett that runs.
final class ReachOption {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "where Pikett listens, such as http://127.0.0.1:9095; otherwise $$PIKETT_URL, otherwise"
                            + " as the configuration says")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "what to show there as a bearer; otherwise $$PIKETT_TOKEN")
    private @Nullable Path tokenFile;

    @Mixin private final ConfigOption config = new ConfigOption();

    /// Where it is, and what to show there.
    ///
    /// @param base without a path
    /// @param redactor knows every secret that was read on the way
    record Reach(URI base, Door door, Redactor redactor) {}

    /// What takes it there.
    ///
    /// @param path such as `/ping/backup`
    record Door(String path, Optional<Secret> bearer) {}

    /// It cannot be told where.
    static final class UnreachableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreachableException(String message) {
            super(message);
        }
    }

    /// @param path where to go when only an address is given
    /// @param doors where to go when there is a configuration; refuses what is not configured
    Reach find(String path, Doors doors) throws UnreachableException {
        Map<String, String> environment = System.getenv();
        Optional<String> given =
                Optional.ofNullable(url)
                        .or(() -> Optional.ofNullable(environment.get("PIKETT_URL")));
        return given.isPresent()
                ? reach(given.get(), new Door(path, token(environment)))
                : configured(doors);
    }

    /// Finds the way in, in a configuration.
    interface Doors {
        Door in(PikettConfig config) throws UnreachableException;
    }

    private static Reach reach(String address, Door door) throws UnreachableException {
        try {
            URI base = new URI(address);
            if (base.getHost() != null && List.of("http", "https").contains(base.getScheme())) {
                return new Reach(base, door, Redactor.of(door.bearer().stream().toList()));
            }
        } catch (URISyntaxException _) {
            // It is said below what it must look like.
        }
        throw new UnreachableException("the address must look like http://127.0.0.1:9095");
    }

    private Optional<Secret> token(Map<String, String> environment) throws UnreachableException {
        if (tokenFile == null) {
            return Optional.ofNullable(environment.get("PIKETT_TOKEN")).map(Secret::new);
        }
        try {
            return Optional.of(new Secret(Files.readString(tokenFile).strip()));
        } catch (IOException e) {
            throw new UnreachableException("the token file " + tokenFile + " cannot be read");
        }
    }

    private Reach configured(Doors doors) throws UnreachableException {
        if (!Files.exists(config.file())) {
            throw new UnreachableException(
                    "there is no --url, no PIKETT_URL, and no configuration at " + config.file());
        }
        return switch (config.result()) {
            case ConfigResult.Loaded loaded ->
                    new Reach(
                            base(loaded.config().inbound()),
                            doors.in(loaded.config()),
                            Redactor.of(loaded.secrets()));
            case ConfigResult.Invalid _ ->
                    throw new UnreachableException(
                            "the configuration %s cannot be used here (pikett check says why); give --url"
                                    .formatted(config.file()));
        };
    }

    private static URI base(InboundConfig inbound) {
        String address =
                switch (inbound.address()) {
                    // Everywhere is here too.
                    case "0.0.0.0", "::" -> "127.0.0.1";
                    default -> inbound.address();
                };
        String host = address.contains(":") ? "[" + address + "]" : address;
        return URI.create("http://%s:%d".formatted(host, inbound.port()));
    }
}

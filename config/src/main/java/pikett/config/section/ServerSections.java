package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.BOOLEAN;
import static pikett.config.shape.YamlNode.Type.TEXT;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.InboundConfig;
import pikett.config.ServerConfig;
import pikett.config.shape.Key;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;

/// `inbound` and `server`: where Pikett listens, and what it serves there.
final class ServerSections {
    private static final String LISTEN_PATTERN =
            "([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})";

    private static final Key<InboundConfig> LISTEN =
            Key.defaulting(
                    "listen",
                    listen(),
                    TEXT,
                    "127.0.0.1:9095",
                    "Where Pikett listens for HTTP: address:port. Port 0 lets the system choose.");
    private static final Key<Boolean> HEALTH =
            Key.defaulting(
                    "health",
                    Scalars.flag(),
                    BOOLEAN,
                    "true",
                    "Serve /health/live and /health/ready.");
    private static final Key<Boolean> METRICS =
            Key.defaulting(
                    "metrics",
                    Scalars.flag(),
                    BOOLEAN,
                    "true",
                    "Serve /metrics in the Prometheus text format.");

    static final Key<InboundConfig> INBOUND =
            Key.section(
                    "inbound",
                    Section.of(
                            "Where Pikett listens, and who may bring alerts there.",
                            values ->
                                    new InboundConfig(
                                            values.get(LISTEN).address(),
                                            values.get(LISTEN).port(),
                                            values.get(SourceSection.KEY)),
                            LISTEN,
                            SourceSection.KEY),
                    "Where Pikett listens, and who may bring alerts there.");
    static final Key<ServerConfig> SERVER =
            Key.section(
                    "server",
                    Section.of(
                            "Which of its own pages Pikett serves at inbound.listen.",
                            values -> new ServerConfig(values.get(HEALTH), values.get(METRICS)),
                            HEALTH,
                            METRICS),
                    "Which of its own pages Pikett serves at inbound.listen.");

    private ServerSections() {}

    private static Scalar<InboundConfig> listen() {
        Pattern pattern = Pattern.compile(LISTEN_PATTERN);
        return Scalars.matching("address:port such as 127.0.0.1:9095", LISTEN_PATTERN)
                .as(text -> {
                    Matcher parts = pattern.matcher(text);
                    if (!parts.matches()) {
                        throw new IllegalStateException("matched before");
                    }
                    return new InboundConfig(
                            parts.group(1).replaceAll("[\\[\\]]", ""),
                            Integer.parseInt(parts.group(2)));
                })
                .obeying(listen ->
                        listen.port() > 65_535
                                ? Parsed.bad(
                                        "the port is out of range", "write one from 0 to 65535")
                                : Parsed.good(listen));
    }
}

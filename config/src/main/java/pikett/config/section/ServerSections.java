package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.BOOLEAN;
import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.BeatConfig;
import pikett.config.InboundConfig;
import pikett.config.Secret;
import pikett.config.ServerConfig;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;

/// `inbound`, `server` and `outgoing-heartbeat`: where Pikett listens, what it serves there, and where it
/// says that it lives.
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

    private static final Key<Secret> URL =
            Key.required(
                            "url",
                            Urls.hook("an address such as https://hc.example.org/ping/…"),
                            "Where to knock; better as a reference to where it lies.")
                    .example("https://hc.example.org/ping/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0");
    private static final Key<Duration> EVERY =
            Key.defaulting("every", Durations.between("10s", "1h"), TEXT, "1m", "How often.");
    static final Key<Optional<BeatConfig>> BEAT =
            Key.optional(
                    "outgoing-heartbeat",
                    Section.of(
                            "Where Pikett says that it lives.",
                            values -> new BeatConfig(values.get(URL), values.get(EVERY)),
                            URL,
                            EVERY),
                    "Where Pikett says that it lives, so that somebody notices when it does not. It is"
                            + " silent as soon as a part of it stands still.");

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

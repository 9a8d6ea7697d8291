package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.config.ServiceConfig;
import pikett.config.ServiceConfig.Health;
import pikett.config.ServiceConfig.Supervision;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Choice;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;

/// `services`: the supervised programs on the hosts.
final class ServiceSection {
    private static final Key<String> HOST =
            Key.required(
                    "host", Scalars.nameOf(Kinds.HOST), "The host on which it runs, by its name.");

    private static final Key<URI> URL =
            Key.required(
                            "url",
                            Scalars.address(
                                    "an address such as http://127.0.0.1:3000/health",
                                    "http",
                                    "https"),
                            "The health endpoint. A loopback address of an SSH host is reached through"
                                    + " that host's connection.")
                    .example("http://127.0.0.1:3000/health");
    private static final Key<Duration> TIMEOUT =
            Key.defaulting(
                    "timeout",
                    Durations.between("100ms", "5m"),
                    TEXT,
                    "10s",
                    "How long the whole answer may take.");
    private static final ConditionShapes WHEN =
            ConditionShapes.of(
                    ProbeKind.HEALTH,
                    List.of(
                            "failed",
                            "status < 200 or status >= 300",
                            "body.status == 'unhealthy'",
                            "body.status == 'error'",
                            "body.status == 'down'",
                            "body.status == 'fail'"),
                    List.of("body.status == 'degraded'", "body.status == 'warn'"));
    private static final Section<Health> HEALTH =
            Section.of(
                    "The service's health endpoint.",
                    values -> new Health(values.get(URL), values.get(TIMEOUT), WHEN.in(values)),
                    URL,
                    TIMEOUT,
                    WHEN.critical(),
                    WHEN.warning());

    private static final Key<List<String>> STATUS =
            CommandShapes.vector("status", "Prints the state.");
    private static final Key<List<String>> RESTART =
            CommandShapes.vector("restart", "Restarts it.");
    private static final Key<List<String>> LOGS =
            CommandShapes.logs("logs", "Prints the log; {lines} is the number of lines asked for.");
    private static final Section<Supervision.Commands> COMMANDS =
            Section.of(
                    "Own commands, as argument vectors: never a shell line.",
                    values ->
                            new Supervision.Commands(
                                    values.get(STATUS), values.get(RESTART), values.get(LOGS)),
                    STATUS,
                    RESTART,
                    LOGS);

    private static final Choice<Supervision> SUPERVISION =
            new Choice<>(
                    List.of(
                            Key.required(
                                    "pm2",
                                    CommandShapes.word(
                                                    "the name of a PM2 process",
                                                    "[^-\\p{Cntrl}][^\\p{Cntrl}]*")
                                            .as(Supervision.Pm2::new),
                                    "The name of the process in PM2."),
                            Key.required(
                                    "systemd",
                                    CommandShapes.word(
                                                    "the name of a systemd unit",
                                                    "[A-Za-z0-9:_][A-Za-z0-9:_.\\\\@-]*")
                                            .as(Supervision.Systemd::new),
                                    "The systemd unit."),
                            Key.required(
                                    "docker",
                                    CommandShapes.word(
                                                    "the name of a Docker container",
                                                    "[A-Za-z0-9][A-Za-z0-9_.-]*")
                                            .as(Supervision.Docker::new),
                                    "The Docker container."),
                            Key.required(
                                    "commands",
                                    COMMANDS,
                                    "Own commands for a program that none of these supervises.")));

    private static final Key<List<String>> DEPENDS_ON =
            Key.orElse(
                    "depends-on",
                    new Listed<>(Scalars.nameOf(Kinds.SERVICE), 0),
                    List.of(),
                    "Services that this one cannot work without.");

    private static final Key<Duration> HEALTHY_WITHIN =
            Key.defaulting(
                    "healthy-within",
                    Durations.between("1s", "1h"),
                    TEXT,
                    "60s",
                    "How long after a restart it may take to be healthy.");
    private static final Key<Duration> AFTER_RESTART =
            Key.section(
                    "restart",
                    Section.of(
                            "What a restart should lead to.",
                            values -> values.get(HEALTHY_WITHIN),
                            HEALTHY_WITHIN),
                    "What a restart should lead to.");
    private static final Key<Optional<Health>> HEALTH_KEY =
            Key.optional("health", HEALTH, "The service's health endpoint.");

    private static final Section<ServiceConfig> SERVICE =
            Section.of(
                    "A supervised program on a host.",
                    values ->
                            new ServiceConfig(
                                    values.get(HOST),
                                    values.get(SUPERVISION),
                                    values.get(HEALTH_KEY),
                                    values.get(DEPENDS_ON),
                                    values.get(AFTER_RESTART)),
                    HOST,
                    SUPERVISION,
                    HEALTH_KEY,
                    DEPENDS_ON,
                    AFTER_RESTART);

    static final Key<Map<String, ServiceConfig>> KEY =
            Key.orElse(
                    "services",
                    new Named<>(Kinds.SERVICE, SERVICE),
                    Map.of(),
                    "The supervised programs on the hosts, each under a name of your own.");

    private ServiceSection() {}
}

package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.HeartbeatConfig;
import pikett.config.InboundConfig;
import pikett.config.Secret;
import pikett.config.Severity;
import pikett.config.cron.CronShape;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Values;

/// `heartbeats`: jobs that must call in.
final class HeartbeatSection {
    private static final Key<Optional<Duration>> EVERY =
            Key.optional(
                    "every",
                    Durations.between("1s", "400d"),
                    "How long it is at most from one call to the next.");
    private static final Key<Optional<String>> CRON =
            Key.optional(
                            "cron",
                            CronShape.expression(Duration.ofMinutes(1)),
                            "When the job begins, instead of `every`: seconds, minutes, hours, day of the"
                                    + " month, month, day of the week.")
                    .example("0 0 3 * * ?");
    private static final Key<Optional<ZoneId>> ZONE =
            Key.optional("time-zone", Scalars.timeZone(), "On whose clocks `cron` is read.");
    private static final Key<Duration> GRACE =
            Key.required(
                    "grace", Durations.between("1s", "30d"), "How much later than that it may be.");
    private static final Key<Severity> SEVERITY =
            Key.defaulting(
                    "severity",
                    Scalars.oneOf(Severity.class)
                            .obeying(severity ->
                                    severity == Severity.INFO
                                            ? Parsed.bad(
                                                    "what is only told is no trouble",
                                                    "write warning or critical")
                                            : Parsed.good(severity))
                            .described("enum", List.of("warning", "critical")),
                    TEXT,
                    "warning",
                    "How bad it is when it is late, fails or runs too long.");
    private static final Key<Optional<Duration>> RUNS_AT_MOST =
            Key.optional(
                    "runs-at-most",
                    Durations.between("1s", "30d"),
                    "How long one run may take, from /start on.");
    private static final Key<List<Secret>> BEARER =
            Key.orElse(
                            "bearer",
                            SourceSection.secrets(),
                            List.<Secret>of(),
                            "What must come with a call as `Authorization: Bearer ...`; a list of two while"
                                    + " one replaces the other.")
                    .example("${credential:backup-bearer}");

    static final Key<Map<String, HeartbeatConfig>> KEY =
            Key.orElse(
                    "heartbeats",
                    new Named<>(
                            Kinds.HEARTBEAT,
                            Section.of(
                                            "A job that must call in.",
                                            HeartbeatSection::build,
                                            EVERY,
                                            CRON,
                                            ZONE,
                                            GRACE,
                                            SEVERITY,
                                            RUNS_AT_MOST,
                                            BEARER)
                                    .checking(HeartbeatSection::check)),
                    Map.of(),
                    "Jobs that must call in, at /ping/NAME of inbound, each under a name of your own.");

    private HeartbeatSection() {}

    private static HeartbeatConfig build(Values values) {
        Rhythm rhythm =
                values.get(EVERY)
                        .<Rhythm>map(Rhythm.Every::new)
                        .or(() ->
                                values.get(CRON)
                                        .flatMap(cron ->
                                                values.get(ZONE)
                                                        .map(zone -> new Rhythm.Cron(cron, zone))))
                        // Only built when something is wrong elsewhere, and thrown away then.
                        .orElseGet(() -> new Rhythm.Every(Duration.ofDays(1)));
        return new HeartbeatConfig(
                rhythm,
                values.get(GRACE),
                values.get(SEVERITY),
                values.get(RUNS_AT_MOST),
                values.get(BEARER));
    }

    private static void check(Values values, Reading reading) {
        boolean cron = values.get(CRON).isPresent();
        if (cron == values.get(EVERY).isPresent()) {
            reading.problem(
                    cron ? values.at(CRON) : values.written().at(),
                    cron
                            ? "`every` and `cron` exclude each other"
                            : "one of every, cron is missing",
                    cron ? "keep one of them" : "say how often the job calls in");
        }
        if (cron && values.get(ZONE).isEmpty()) {
            reading.problem(
                    values.at(CRON),
                    "`cron` needs a time zone",
                    "add `time-zone`: the one of the machine that the job runs on");
        }
        if (!cron && values.get(ZONE).isPresent()) {
            reading.problem(
                    values.at(ZONE), "a time zone means nothing without `cron`", "remove it");
        }
    }

    /// What other machines reach is not open to whoever finds it: a call of a stranger would keep a dead
    /// job quiet.
    static void checkDoor(
            Values root,
            InboundConfig inbound,
            Map<String, HeartbeatConfig> heartbeats,
            Reading reading) {
        if (inbound.isLoopback()) {
            return;
        }
        heartbeats.forEach((name, heartbeat) -> {
            if (heartbeat.bearers().isEmpty()) {
                reading.problem(
                        root.written().at("heartbeats", name),
                        "heartbeats.%s: everybody who reaches %s could say that this job is well"
                                .formatted(name, inbound.address()),
                        "add a `bearer`, or let `inbound.listen` be 127.0.0.1");
            }
        });
    }
}

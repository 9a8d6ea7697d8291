package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import pikett.config.CheckTiming;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.cron.CronShape;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Part;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Values;

/// When a check looks: `check-defaults`, and what a check says otherwise.
final class TimingSection {
    private static final Scalar<Duration> PAUSE = Durations.between("1s", "1d");
    private static final Scalar<Duration> LASTING = Durations.between("0s", "1d");
    private static final Scalar<Duration> TIMEOUT = Durations.between("100ms", "5m");
    private static final String EVERY = "How long from one look to the next.";
    private static final String FOR = "How long a condition must hold before it fires.";
    private static final String KEEP = "How long it must be gone before it is over.";
    private static final String AT_MOST = "How long one look may take.";

    private static final Key<Duration> USUAL_EVERY =
            Key.defaulting("every", PAUSE, TEXT, "30s", EVERY);
    private static final Key<Duration> USUAL_FOR = Key.defaulting("for", LASTING, TEXT, "0s", FOR);
    private static final Key<Duration> USUAL_KEEP =
            Key.defaulting("keep-firing-for", LASTING, TEXT, "30s", KEEP);
    private static final Key<Duration> USUAL_TIMEOUT =
            Key.defaulting("timeout", TIMEOUT, TEXT, "10s", AT_MOST);

    static final Key<CheckTiming> DEFAULTS =
            Key.section(
                    "check-defaults",
                    Section.of(
                            "What holds for every check that does not say otherwise, also for those that"
                                    + " hosts, services and queues bring by themselves.",
                            TimingSection::usual,
                            USUAL_EVERY,
                            USUAL_FOR,
                            USUAL_KEEP,
                            USUAL_TIMEOUT),
                    "What holds for every check that does not say otherwise.");

    private static final Key<Optional<Duration>> OWN_EVERY = Key.optional("every", PAUSE, EVERY);
    private static final Key<Optional<String>> OWN_CRON =
            Key.optional(
                            "cron",
                            CronShape.expression(Duration.ofSeconds(1)),
                            "When it looks, instead of `every`: seconds, minutes, hours, day of the month,"
                                    + " month, day of the week.")
                    .example("0 */5 * * * ?");
    private static final Key<Optional<ZoneId>> ZONE =
            Key.optional(
                    "time-zone",
                    Scalars.timeZone(),
                    "On whose clocks `cron` is read; UTC if it is not said.");
    private static final Key<Optional<Duration>> OWN_FOR = Key.optional("for", LASTING, FOR);
    private static final Key<Optional<Duration>> OWN_KEEP =
            Key.optional("keep-firing-for", LASTING, KEEP);
    private static final Key<Optional<Duration>> OWN_TIMEOUT =
            Key.optional("timeout", TIMEOUT, AT_MOST);

    /// The keys that every check may have.
    static final List<Part<?>> OWN =
            List.of(OWN_EVERY, OWN_CRON, ZONE, OWN_FOR, OWN_KEEP, OWN_TIMEOUT);

    private TimingSection() {}

    /// What one check says of its timing.
    record Own(
            Optional<Rhythm> rhythm,
            Optional<Duration> holdsFor,
            Optional<Duration> keepFiringFor,
            Optional<Duration> timeout) {
        CheckTiming over(CheckTiming usual) {
            return new CheckTiming(
                    rhythm.orElse(usual.rhythm()),
                    holdsFor.orElse(usual.holdsFor()),
                    keepFiringFor.orElse(usual.keepFiringFor()),
                    timeout.orElse(usual.timeout()));
        }
    }

    static Own own(Values values) {
        ZoneId zone = values.get(ZONE).orElse(ZoneOffset.UTC);
        return new Own(
                values.get(OWN_CRON)
                        .<Rhythm>map(cron -> new Rhythm.Cron(cron, zone))
                        .or(() -> values.get(OWN_EVERY).map(Rhythm.Every::new)),
                values.get(OWN_FOR),
                values.get(OWN_KEEP),
                values.get(OWN_TIMEOUT));
    }

    /// `every` and `cron` exclude each other; a time zone without `cron` means nothing.
    static void check(Values values, Reading reading) {
        boolean cron = values.get(OWN_CRON).isPresent();
        if (cron && values.get(OWN_EVERY).isPresent()) {
            reading.problem(
                    values.at(OWN_CRON),
                    "`every` and `cron` exclude each other",
                    "keep one of them");
        }
        if (!cron && values.get(ZONE).isPresent()) {
            reading.problem(
                    values.at(ZONE), "a time zone means nothing without `cron`", "remove it");
        }
    }

    private static CheckTiming usual(Values values) {
        return new CheckTiming(
                new Rhythm.Every(values.get(USUAL_EVERY)),
                values.get(USUAL_FOR),
                values.get(USUAL_KEEP),
                values.get(USUAL_TIMEOUT));
    }
}

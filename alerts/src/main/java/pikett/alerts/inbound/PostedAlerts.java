package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.alerts.alert.Status;

/// The list of alerts that Prometheus posts to its Alertmanager.
///
/// Each holds until its `endsAt`; whoever sends it repeats it before. For one list.
public final class PostedAlerts {
    /// So long an alert holds whose sender does not say how long, as with Alertmanager.
    public static final Duration HOLDS = Duration.ofMinutes(5);

    /// The year 9999 is no end; a day is longer than any sender stays silent.
    private static final Duration LONGEST = Duration.ofDays(1);

    private final String source;
    private final Instant now;
    private final UnaryOperator<String> redaction;
    private final Severities severities = new Severities();

    PostedAlerts(String source, Instant now, UnaryOperator<String> redaction) {
        this.source = source;
        this.now = now;
        this.redaction = redaction;
    }

    Decoded decode(JsonNode list) {
        AlertList listed = AlertList.read(list, "", this::statement);
        return new Decoded.Understood(listed.statements(), listed.refused(), severities.strange());
    }

    private Statement statement(AlertNode alert) {
        Optional<Instant> began = alert.began(now);
        Optional<Instant> end = Times.end(alert.text("endsAt"), alert.at() + "/endsAt");
        Optional<Instant> over = end.filter(time -> !time.isAfter(now));
        Account account = alert.account(redaction, "generatorURL");
        return new Statement(
                source,
                LabelLimits.of(alert.labels(), redaction, alert.at() + "/labels"),
                over.isPresent() ? Status.RESOLVED : Status.FIRING,
                severities.of(alert.severity()),
                began,
                over.map(time -> notBefore(began, time)).orElse(now),
                over.isPresent() ? account : account.until(until(end)));
    }

    /// Nothing ends before it began.
    private static Instant notBefore(Optional<Instant> began, Instant time) {
        return began.filter(first -> first.isAfter(time)).orElse(time);
    }

    private Instant until(Optional<Instant> end) {
        Instant latest = now.plus(LONGEST);
        return end.map(time -> time.isAfter(latest) ? latest : time).orElse(now.plus(HOLDS));
    }
}

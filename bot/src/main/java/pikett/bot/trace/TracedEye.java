package pikett.bot.trace;

import java.time.Instant;
import java.util.Locale;
import pikett.alerts.check.CheckRound;
import pikett.alerts.check.Eye;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Sighting;
import pikett.alerts.label.Fingerprint;

/// A look is a span, and the alerts that it does not find clear come from it. One that ends comes from the look that
/// saw it last.
///
/// A record: the same eye is the same check, also after the configuration was loaded anew.
record TracedEye(String check, Eye eye, Traces traces) implements Eye {
    @Override
    public Sighting look(Instant deadline) {
        TraceSpan span = traces.span("check").with("check", check);
        return span.during(() -> {
            Sighting sighting = eye.look(deadline);
            span.with("outcome", outcome(sighting));
            sighting.findings().stream()
                    .filter(finding -> !finding.levels().equals(Levels.CLEAR))
                    .forEach(finding ->
                            traces.seen(Fingerprint.of(CheckRound.SOURCE, finding.labels())));
            return sighting;
        });
    }

    private static String outcome(Sighting sighting) {
        return sighting.unread()
                .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("read");
    }
}

package pikett.bot.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import pikett.alerts.check.CheckState;
import pikett.alerts.scheduler.CheckView;
import pikett.alerts.scheduler.RunFigures;

/// How the checks go: what their looks came to, and whether they come when they are due.
record CheckMeters(Alerting alerting, InstantSource clock) implements MeterBinder {
    /// What the last look of a check came to.
    private enum Stand {
        WELL,
        FIRING,
        UNKNOWN,
        NOT_YET
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counted(registry, "begun", RunFigures::runs);
        counted(registry, "left-out", RunFigures::overruns);
        counted(registry, "too-long", RunFigures::late);
        counted(registry, "failed-inside", RunFigures::failed);
        for (Stand stand : Stand.values()) {
            Gauge.builder("pikett_checks_by_outcome", () -> standing(stand))
                    .description("Checks, by what their last look came to")
                    .tag("outcome", stand.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
        }
        Gauge.builder("pikett_check_lag_seconds", this::lag)
                .description("How long the check is overdue that has been due for longest")
                .register(registry);
    }

    /// What a change of the checks leaves out begins anew at zero, as after a start.
    private void counted(MeterRegistry registry, String result, ToLongFunction<RunFigures> figure) {
        FunctionCounter.builder(
                        "pikett_check_looks",
                        alerting,
                        all ->
                                all.checks().stream()
                                        .map(CheckView::figures)
                                        .mapToLong(figure)
                                        .sum())
                .description("Looks of checks; left out are those due while one went on")
                .tag("result", result)
                .register(registry);
    }

    private long standing(Stand wanted) {
        return alerting.checks().stream().filter(view -> stand(view) == wanted).count();
    }

    private static Stand stand(CheckView view) {
        if (view.states().values().stream().anyMatch(CheckState::firing)) {
            return Stand.FIRING;
        }
        return view.last()
                .map(last -> last.unread().isPresent() ? Stand.UNKNOWN : Stand.WELL)
                .orElse(Stand.NOT_YET);
    }

    /// Of what is due and not begun, and of what should have ended its look.
    private double lag() {
        Instant now = clock.instant();
        return alerting.checks().stream()
                        .flatMap(view -> Stream.of(view.next(), shouldHaveEnded(view)))
                        .flatMap(Optional::stream)
                        .mapToLong(due -> Math.max(0, Duration.between(due, now).toMillis()))
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    private static Optional<Instant> shouldHaveEnded(CheckView view) {
        return view.figures().runningSince().map(since -> since.plus(view.check().atMost()));
    }
}

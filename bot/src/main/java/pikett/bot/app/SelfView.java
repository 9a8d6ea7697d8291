package pikett.bot.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.bot.inbound.HealthPages;
import pikett.bot.inbound.Page;
import pikett.bot.inbound.Route;
import pikett.bot.telegram.TelegramEdge;
import pikett.config.ServerConfig;

/// How Pikett itself is, as pages and as metrics.
final class SelfView {
    private final SelfVitals vitals;
    private final OutboxOverview outbox;
    private final OutboxPump pump;
    private final TelegramEdge edge;
    private final Alerting alerting;
    private final PrometheusMeterRegistry metrics;
    private final List<MeterBinder> more;
    private final OutboxAges ages;
    private final InstantSource clock;
    private boolean bound;

    /// @param more what else is measured
    SelfView(
            SelfVitals vitals,
            OutboxOverview outbox,
            OutboxPump pump,
            TelegramEdge edge,
            Alerting alerting,
            PrometheusMeterRegistry metrics,
            List<MeterBinder> more,
            OutboxAges ages,
            InstantSource clock) {
        this.vitals = vitals;
        this.outbox = outbox;
        this.pump = pump;
        this.edge = edge;
        this.alerting = alerting;
        this.metrics = metrics;
        this.more = List.copyOf(more);
        this.ages = ages;
        this.clock = clock;
    }

    /// Called by one thread at a time.
    List<Route> pages(ServerConfig server) {
        List<Route> pages = new ArrayList<>();
        if (server.health()) {
            HealthPages health = new HealthPages(vitals.all());
            pages.add(Route.page("/health/live", health::live));
            pages.add(Route.page("/health/ready", health::ready));
        }
        if (server.metrics()) {
            if (!bound) {
                bind(metrics);
                bound = true;
            }
            // Again with each configuration: hosts that are new are measured too, the others stay
            // as they are.
            more.forEach(binder -> binder.bindTo(metrics));
            pages.add(Route.page("/metrics", this::scraped));
        }
        return pages;
    }

    private Page scraped() {
        ages.renew();
        return new Page(200, "text/plain;version=0.0.4;charset=utf-8", metrics.scrape());
    }

    private void bind(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new OutboxMeters(outbox, clock).bindTo(registry);
        new CheckMeters(alerting, clock).bindTo(registry);
        Gauge.builder("pikett_incidents_open", alerting::open)
                .description("Incidents that are not over")
                .register(registry);
        Gauge.builder("pikett_checks", () -> alerting.checks().size())
                .description("Checks that are looked at again and again")
                .register(registry);
        Gauge.builder("pikett_scheduler_last_round_age_seconds", () -> age(alerting.lastRound()))
                .description("Time since checks were last started and settled without trouble")
                .register(registry);
        Gauge.builder("pikett_outbox_round_failures", pump::failures)
                .description("Rounds of the outbox that failed since the start")
                .register(registry);
        Gauge.builder("pikett_telegram_polling", () -> vitals.telegram().well() ? 1 : 0)
                .description("1 while Telegram answers our polls")
                .register(registry);
        Gauge.builder("pikett_telegram_last_poll_age_seconds", this::lastPollAge)
                .description("Time since Telegram last answered a poll")
                .register(registry);
    }

    private double lastPollAge() {
        return edge.health().lastSuccess().map(this::age).orElse(Double.NaN);
    }

    private double age(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}

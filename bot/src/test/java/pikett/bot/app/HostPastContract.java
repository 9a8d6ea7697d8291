package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.bot.delivery.TelegramLimits;
import pikett.bot.runbook.PastRuns;
import pikett.bot.runbook.Plan;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.WrittenRuns;
import pikett.bot.view.Earlier;
import pikett.bot.view.IncidentFacts;
import pikett.config.PikettConfig;
import pikett.config.Secret;
import pikett.config.Severity;

/// What an incident's card is told of the half hour before it.
abstract class HostPastContract {
    private static final Instant OPENED = Instant.parse("2026-11-20T13:00:00Z");

    private Store store;
    private Instant now = OPENED;
    private Pipeline pipeline;
    private final PikettConfig config =
            WrittenConfig.withChats(
                    """
                    hosts:
                      prod-1: { local: true }
                      prod-2: { ssh: root@192.0.2.1, agent: true, known-hosts: /etc/known }
                    services:
                      api: { host: prod-1, pm2: api }
                      web: { host: prod-2, pm2: web }
                    runbooks:
                      clean:
                        title: { en: Clean up }
                        role: operator
                        steps: [{ run: [clean], on: prod-1 }]
                    """);

    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(emptyDatabase());
        pipeline =
                new Pipeline(
                        store,
                        new Round(
                                new SqlOutbox(store, () -> now),
                                new AlertRules(() -> config),
                                TelegramLimits::perMinute,
                                () -> now));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatPeopleRanOnThatHostInTheHalfHourBefore() {
        ran(restart("api"), -46, -45);
        ran(restart("api"), -32, -29);
        ran(restart("api"), -10, -9);
        ran(restart("web"), -8, -7);
        WrittenRuns.write(store, clean(), "lena", minute(-3), Optional.empty());
        alert("ServiceDown", "prod-1", 0, Status.FIRING);
        ran(restart("api"), 1, 2);

        assertThat(before(1))
                .containsExactlyInAnyOrder(
                        new Earlier.Restart(minute(-32), "anna", "api", Earlier.Outcome.SUCCEEDED),
                        new Earlier.Restart(minute(-10), "anna", "api", Earlier.Outcome.SUCCEEDED),
                        new Earlier.Runbook(
                                minute(-3),
                                "lena",
                                "clean",
                                clean().titles(),
                                Earlier.Outcome.GOES_ON));
    }

    @Test
    void otherIncidentsOfThatHostInTheHalfHourBefore() {
        alert("MemoryHigh", "prod-1", -50, Status.FIRING);
        alert("DiskFull", "prod-1", -20, Status.FIRING);
        alert("DiskFull", "prod-1", -20, -15, Status.RESOLVED);
        alert("LoadHigh", "prod-1", -12, Status.FIRING);
        alert("LoadHigh", "prod-2", -8, Status.FIRING);
        alert("ServiceDown", "prod-1", 0, Status.FIRING);
        List<Earlier> expected =
                List.of(
                        new Earlier.Over(minute(-15), new IncidentNumber(2), labels("DiskFull")),
                        new Earlier.Opened(minute(-12), new IncidentNumber(3), labels("LoadHigh")));
        assertThat(before(5)).containsExactlyInAnyOrderElementsOf(expected);

        // Whatever happens after it, its card says the same.
        alert("LoadHigh", "prod-1", -12, 5, Status.RESOLVED);
        alert("HostCheck", "prod-1", 6, Status.FIRING);
        now = minute(300);
        assertThat(before(5)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<Earlier> before(long number) {
        Incidents incidents = new Incidents(store);
        IncidentNumber asked = new IncidentNumber(number);
        IncidentFacts facts = IncidentFacts.of(incidents.remembered(asked, now).orElseThrow());
        return new HostPast(() -> config, incidents, new PastRuns(store)).before(facts);
    }

    private Plan restart(String service) {
        return plan(new Planner(config).restart(service));
    }

    private Plan clean() {
        return plan(new Planner(config).runbook("clean", List.of()));
    }

    private static Plan plan(Planner.Outcome outcome) {
        return ((Planner.Outcome.Planned) outcome).plan();
    }

    private void ran(Plan plan, int started, int ended) {
        WrittenRuns.write(store, plan, "anna", minute(started), Optional.of(minute(ended)));
    }

    private void alert(String name, String host, int at, Status status) {
        alert(name, host, at, at, status);
    }

    private void alert(String name, String host, int began, int seen, Status status) {
        now = minute(seen);
        Labels labels = labels(name, host);
        pipeline.accept(
                List.of(
                        new Report(
                                "check",
                                labels,
                                status,
                                Severity.WARNING,
                                minute(began),
                                minute(seen),
                                Facts.NONE)));
    }

    private static Labels labels(String name) {
        return labels(name, "prod-1");
    }

    /// Each name is an incident of its own.
    private static Labels labels(String name, String host) {
        return Labels.of(Map.of(Labels.ALERT_NAME, name, Labels.SERVICE, name, Labels.HOST, host));
    }

    private static Instant minute(int minute) {
        return OPENED.plus(Duration.ofMinutes(minute));
    }
}

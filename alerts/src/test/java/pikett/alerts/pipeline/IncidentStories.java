package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.config.Severity.CRITICAL;
import static pikett.config.Severity.WARNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.route.Route;

/// An incident from the first alert to the last word.
abstract class IncidentStories extends PipelineContract {
    private static final Labels API = service("api");

    @Test
    void a_critical_alert_is_told_at_once_and_its_end_too() {
        fires(API, CRITICAL);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        assertThat(incident(1).state()).isEqualTo(IncidentState.OPEN);
        assertThat(incidents.open()).hasSize(1);

        passes(Duration.ofMinutes(1));
        ends(API);
        assertThat(heard())
                .containsExactly("ops incident:1 NORMAL silent", "ops incident:1:note:1 NORMAL");
        assertThat(incident(1).state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(incident(1).resolvedAt()).contains(clock.instant());
        assertThat(incidents.open()).isEmpty();
        assertThat(reasons(1, "ops"))
                .containsExactly(new Reason.First("default"), new Reason.Over());
    }

    @Test
    void a_warning_waits_for_what_belongs_to_it() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(3));
        fires(
                Labels.of(Map.of("alertname", "MemoryHigh", "service", "api", "host", "prod-1")),
                WARNING);
        assertThat(heard()).isEmpty();
        passes(Duration.ofSeconds(2));
        assertThat(heard()).containsExactly("ops incident:1 NORMAL");
        assertThat(story(1).firing()).hasSize(2);
        passes(Duration.ofMinutes(2));
        assertThat(heard()).isEmpty();
    }

    @Test
    void what_is_over_before_it_was_told_is_not_told() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(2));
        ends(API);
        passes(Duration.ofMinutes(1));
        assertThat(heard()).isEmpty();
        assertThat(reasons(1, "ops")).last().isEqualTo(new Reason.OverUntold());
    }

    @Test
    void an_alert_that_joins_edits_the_card_without_sound() {
        fires(API, CRITICAL);
        heard();
        fires(
                Labels.of(Map.of("alertname", "MemoryHigh", "service", "api", "host", "prod-1")),
                WARNING);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL silent");
    }

    @Test
    void another_host_is_another_incident() {
        fires(API, CRITICAL);
        fires(API.with("host", "prod-2"), CRITICAL);
        assertThat(incidents.open()).hasSize(2);
    }

    @Test
    void what_becomes_worse_rings_again() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        heard();
        fires(API, CRITICAL);
        assertThat(heard())
                .containsExactly(
                        "ops incident:1 CRITICAL silent", "ops incident:1:note:1 CRITICAL");
        assertThat(reasons(1, "ops")).last().isEqualTo(new Reason.Worse(WARNING, CRITICAL));
    }

    @Test
    void values_edit_the_card_once_a_minute_at_most() {
        fires(API, CRITICAL, "{\"waiting\":1}");
        heard();
        for (int value = 2; value < 62; value++) {
            passes(Duration.ofSeconds(1));
            fires(API, CRITICAL, "{\"waiting\":%d}".formatted(value));
        }
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL silent");
        passes(Duration.ofMinutes(5));
        assertThat(heard()).as("the last value").containsExactly("ops incident:1 CRITICAL silent");
    }

    @Test
    void nobody_takes_it_and_it_is_said_again() {
        fires(API, CRITICAL);
        heard();
        jumps(Duration.ofMinutes(119));
        assertThat(heard()).isEmpty();
        jumps(Duration.ofMinutes(2));
        assertThat(heard()).containsExactly("ops incident:1:note:1 CRITICAL");
        jumps(Duration.ofMinutes(119));
        assertThat(heard()).isEmpty();
        jumps(Duration.ofMinutes(2));
        assertThat(heard()).containsExactly("ops incident:1:note:2 CRITICAL");
        assertThat(reasons(1, "ops"))
                .containsExactly(
                        new Reason.First("default"),
                        new Reason.Repeated(1),
                        new Reason.Repeated(2));
    }

    @Test
    void a_quiet_chat_is_told_without_sound_and_its_end_without_a_further_message() {
        rules.routes.add(
                new Route("quiet", Matchers.ANY, List.of("feed"), Optional.empty(), false));
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        ends(API);
        assertThat(heard())
                .containsExactly("feed incident:1 NORMAL silent", "feed incident:1 NORMAL silent");
    }

    @Test
    void routes_that_go_on_tell_several_chats() {
        Matchers critical = Matchers.of(Matcher.equal("severity", "critical"));
        rules.routes.add(new Route("one", critical, List.of("feed"), Optional.empty(), true));
        rules.routes.add(new Route("two", critical, List.of("ops"), Optional.empty(), false));
        fires(API, CRITICAL);
        assertThat(heard())
                .containsExactlyInAnyOrder("feed incident:1 CRITICAL", "ops incident:1 CRITICAL");
        assertThat(reasons(1, "ops")).containsExactly(new Reason.First("two"));
    }

    @Test
    void the_same_report_a_hundred_times_is_told_once() {
        for (int time = 0; time < 100; time++) {
            fires(API, CRITICAL);
        }
        assertThat(heard()).hasSize(1);
    }

    @Test
    void a_late_firing_after_its_end_raises_nothing() {
        Report firing = report(Status.FIRING);
        pipeline.accept(List.of(report(Status.RESOLVED)));
        pipeline.accept(List.of(firing));
        passes(Duration.ofSeconds(10));
        assertThat(heard()).isEmpty();
        assertThat(incidents.open()).isEmpty();
    }

    @Test
    void one_source_cannot_end_what_another_reported() {
        fires(API, CRITICAL);
        heard();
        Report end = report(Status.RESOLVED);
        pipeline.accept(
                List.of(
                        new Report(
                                "stranger",
                                end.labels(),
                                end.status(),
                                end.severity(),
                                end.startsAt(),
                                end.seenAt(),
                                end.facts())));
        assertThat(heard()).isEmpty();
        assertThat(story(1).firing()).hasSize(1);
    }

    @Test
    void a_restart_forgets_nothing() {
        fires(API, WARNING);
        start();
        passes(Duration.ofSeconds(6));
        assertThat(heard()).containsExactly("ops incident:1 NORMAL");
        start();
        ends(API);
        assertThat(heard())
                .containsExactly("ops incident:1 NORMAL silent", "ops incident:1:note:1 NORMAL");
    }

    @Test
    void a_chat_that_is_no_longer_routed_to_hears_the_end() {
        fires(API, CRITICAL);
        heard();
        rules.routes.add(new Route("new", Matchers.ANY, List.of("feed"), Optional.empty(), false));
        rules.chats.remove("ops");
        start();
        ends(API);
        assertThat(heard())
                .containsExactly("ops incident:1 NORMAL silent", "ops incident:1:note:1 NORMAL");
    }

    @Test
    void the_timeline_tells_what_happened() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        fires(API, CRITICAL);
        ends(API);
        assertThat(story(1).timeline())
                .extracting(TimelineEntry::kind)
                .containsExactly(
                        TimelineEntry.Kind.OPENED,
                        TimelineEntry.Kind.FIRED,
                        TimelineEntry.Kind.TOLD,
                        TimelineEntry.Kind.WORSE,
                        TimelineEntry.Kind.TOLD,
                        TimelineEntry.Kind.ALERT_OVER,
                        TimelineEntry.Kind.RESOLVED);
    }

    @Test
    void a_resolved_card_still_knows_what_it_was() {
        fires(API, CRITICAL, "{\"exit\":1}");
        ends(API);
        passes(Duration.ofMinutes(31));
        fires(API, WARNING, "{\"exit\":2}");
        assertThat(story(1).alerts())
                .singleElement()
                .extracting(Alert::worst, alert -> alert.latest().facts())
                .containsExactly(CRITICAL, new Facts("{\"exit\":1}"));
        assertThat(story(2).alerts()).hasSize(1);
    }

    @Test
    void a_thousand_reports_are_quick() {
        List<Report> reports = new ArrayList<>();
        for (int index = 0; index < 1000; index++) {
            reports.add(
                    new Report(
                            "check",
                            service("s" + index),
                            Status.FIRING,
                            WARNING,
                            clock.instant(),
                            clock.instant(),
                            Facts.NONE));
        }
        long start = System.nanoTime();
        pipeline.accept(reports);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(incidents.open()).hasSize(1000);
        // Generous: the figure itself belongs to the bench, this is against a query for each
        // report.
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    private Report report(Status status) {
        return new Report(
                "check", API, status, CRITICAL, clock.instant(), clock.instant(), Facts.NONE);
    }
}

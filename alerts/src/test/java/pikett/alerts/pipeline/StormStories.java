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
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Reason;
import pikett.alerts.label.Matchers;
import pikett.alerts.route.Route;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormFacts;
import pikett.alerts.storm.StormIncident;
import pikett.config.Severity;

/// More to say than a chat can take.
abstract class StormStories extends PipelineContract {
    @Test
    void a_thousand_at_once_are_one_card_that_lists_them_all() {
        report(Status.FIRING, CRITICAL, 1, 1000);
        assertThat(heard()).containsExactly(card() + " CRITICAL");
        assertThat(facts().all())
                .extracting(StormIncident::number)
                .containsExactlyInAnyOrderElementsOf(
                        incidents.open().stream().map(Incident::number).toList());
        assertThat(facts().bySeverity()).isEqualTo(Map.of(CRITICAL, 1000));
        assertThat(reasons(7, "ops")).containsExactly(new Reason.InStorm());
    }

    @Test
    void what_was_told_before_it_began_keeps_its_card() {
        for (int number = 1; number <= 10; number++) {
            fires(service("s" + number), CRITICAL);
            passes(Duration.ofSeconds(1));
        }
        assertThat(heard()).hasSize(10);
        fires(service("s11"), CRITICAL);
        assertThat(heard()).containsExactly(card() + " CRITICAL");
        assertThat(facts().all())
                .extracting(StormIncident::number)
                .containsExactly(new IncidentNumber(11));
        ends(service("s1"));
        assertThat(heard())
                .containsExactly("ops incident:1 NORMAL silent", "ops incident:1:note:1 NORMAL");
    }

    @Test
    void its_card_is_edited_as_it_develops_and_says_what_is_over() {
        report(Status.FIRING, CRITICAL, 1, 100);
        heard();
        passes(Duration.ofSeconds(1));
        report(Status.RESOLVED, CRITICAL, 1, 40);
        assertThat(heard()).hasSize(1).allMatch(each -> each.endsWith("silent"));
        StormFacts facts = facts();
        assertThat(facts.over()).isEqualTo(40);
        assertThat(facts.all()).hasSize(100);
        assertThat(reasons(1, "ops")).last().isEqualTo(new Reason.Over());
    }

    @Test
    void when_it_is_over_what_still_fires_has_a_card_of_its_own() {
        report(Status.FIRING, CRITICAL, 1, 100);
        passes(Duration.ofSeconds(1));
        report(Status.RESOLVED, CRITICAL, 4, 100);
        heard();
        Storm storm = storms.active().getFirst();
        passes(Duration.ofSeconds(118));
        assertThat(heard()).isEmpty();
        passes(Duration.ofSeconds(3));
        assertThat(heard())
                .containsExactly(
                        "ops " + storm.card().value() + " NORMAL silent",
                        "ops incident:1 CRITICAL",
                        "ops incident:2 CRITICAL",
                        "ops incident:3 CRITICAL");
        assertThat(storms.active()).isEmpty();
        assertThat(storms.find("ops", storm.beganAt()).orElseThrow().endedAt()).isPresent();
    }

    @Test
    void a_storm_goes_on_while_too_much_fires() {
        report(Status.FIRING, CRITICAL, 1, 100);
        heard();
        passes(Duration.ofMinutes(10));
        assertThat(heard()).isEmpty();
        assertThat(storms.active()).hasSize(1);
    }

    @Test
    void a_person_who_is_awake_needs_no_sound() {
        report(Status.FIRING, CRITICAL, 1, 12);
        Storm storm = storms.active().getFirst();
        assertThat(storms.awake("ops", storm.beganAt(), "anna"))
                .contains(clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(storms.awake("ops", storm.beganAt().plusMillis(1), "anna")).isEmpty();
        passes(Duration.ofSeconds(1));
        report(Status.RESOLVED, CRITICAL, 4, 12);
        passes(Duration.ofSeconds(130));
        fires(service("late"), CRITICAL);
        assertThat(heard().stream().skip(1)).hasSize(7).allMatch(each -> each.endsWith("silent"));
        jumps(Duration.ofMinutes(30));
        heard();
        fires(service("later"), CRITICAL);
        assertThat(heard()).containsExactly("ops incident:14 CRITICAL");
    }

    @Test
    void what_is_bad_enough_makes_a_sound_although_the_storm_began_quietly() {
        rules.routes.add(
                new Route("quiet", Matchers.ANY, List.of("feed"), Optional.empty(), false));
        report(Status.FIRING, WARNING, 1, 50);
        passes(Duration.ofSeconds(6));
        assertThat(heard()).hasSize(1).allMatch(each -> each.endsWith("NORMAL silent"));
        fires(service("bad"), CRITICAL);
        assertThat(heard()).hasSize(2).anyMatch(each -> each.endsWith(":note CRITICAL"));
        fires(service("worse"), CRITICAL);
        assertThat(heard()).hasSize(1).allMatch(each -> each.endsWith("silent"));
    }

    @Test
    void another_chat_is_not_touched_by_it() {
        report(Status.FIRING, CRITICAL, 1, 100);
        heard();
        rules.routes.add(
                new Route("other", Matchers.ANY, List.of("feed"), Optional.empty(), false));
        fires(service("other"), CRITICAL);
        assertThat(heard()).containsExactly("feed incident:101 CRITICAL");
    }

    private void report(Status status, Severity severity, int from, int to) {
        List<Report> reports = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            reports.add(
                    new Report(
                            "check",
                            service("n" + number),
                            status,
                            severity,
                            START,
                            clock.instant(),
                            Facts.NONE));
        }
        pipeline.accept(reports);
    }

    private String card() {
        return "ops " + storms.active().getFirst().card().value();
    }

    private StormFacts facts() {
        return storms.facts(storms.active().getFirst());
    }
}

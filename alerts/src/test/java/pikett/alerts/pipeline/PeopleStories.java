package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.config.Severity.CRITICAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Memory;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.Subject;
import pikett.alerts.pipeline.IncidentDesk.Taking;

/// What people do, and what comes and goes.
abstract class PeopleStories extends PipelineContract {
    private static final Labels API = service("api");
    private static final IncidentNumber FIRST = new IncidentNumber(1);

    @Test
    void a_person_takes_it_and_nothing_is_repeated() {
        fires(API, CRITICAL);
        heard();
        assertThat(desk.take(FIRST, "anna")).isEqualTo(new Taking.Done(Optional.empty()));
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL silent");
        assertThat(incident(1).state()).isEqualTo(IncidentState.TAKEN);
        jumps(Duration.ofHours(9));
        assertThat(heard()).isEmpty();
    }

    @Test
    void another_person_takes_it_over() {
        fires(API, CRITICAL);
        desk.take(FIRST, "anna");
        assertThat(desk.take(FIRST, "anna")).isEqualTo(new Taking.WasYours());
        assertThat(desk.take(FIRST, "arsen")).isEqualTo(new Taking.Done(Optional.of("anna")));
        assertThat(incident(1).taken())
                .hasValueSatisfying(taken -> assertThat(taken.by()).isEqualTo("arsen"));
    }

    @Test
    void what_is_over_or_never_was_is_not_taken() {
        fires(API, CRITICAL);
        ends(API);
        assertThat(desk.take(FIRST, "anna")).isEqualTo(new Taking.WasOver());
        assertThat(desk.take(new IncidentNumber(9), "anna")).isEqualTo(new Taking.Unknown());
    }

    @Test
    void what_a_person_did_stands_in_the_timeline() {
        fires(API, CRITICAL);
        assertThat(desk.acted(FIRST, "anna", "restart api")).isTrue();
        assertThat(desk.acted(new IncidentNumber(9), "anna", "restart api")).isFalse();
        assertThat(story(1).timeline())
                .contains(
                        new TimelineEntry(
                                clock.instant(), TimelineEntry.Kind.ACTED, "anna", "restart api"));
    }

    private Memory memory(long number) {
        return incidents
                .remembered(new IncidentNumber(number), clock.instant())
                .orElseThrow()
                .memory();
    }

    @Test
    void the_third_time_this_week_and_what_helped_the_last_time() {
        assertThat(incidents.remembered(FIRST, clock.instant())).isEmpty();
        fires(API, CRITICAL);
        assertThat(memory(1)).isEqualTo(new Memory(1, Optional.empty()));
        ends(API);
        jumps(Duration.ofDays(6));
        fires(API, CRITICAL);
        passes(Duration.ofMinutes(3));
        desk.acted(new IncidentNumber(2), "anna", "restart api");
        passes(Duration.ofMinutes(1));
        ends(API);
        passes(Duration.ofSeconds(1));
        desk.acted(new IncidentNumber(2), "arsen", "looked at it later");
        jumps(Duration.ofHours(2));
        fires(API, CRITICAL);
        Memory.Fix fix = new Memory.Fix("anna", "restart api", Duration.ofMinutes(1));
        assertThat(memory(3))
                .isEqualTo(
                        new Memory(
                                3,
                                Optional.of(
                                        new Memory.Last(
                                                new IncidentNumber(2),
                                                Optional.of(fix),
                                                Duration.ofMinutes(4)))));
        jumps(Duration.ofDays(2));
        assertThat(memory(3).timesThisWeek()).isEqualTo(2);
    }

    @Test
    void what_was_over_long_ago_is_forgotten_and_what_goes_on_is_not() {
        fires(API, CRITICAL);
        fires(service("web"), CRITICAL);
        ends(API);
        jumps(Duration.ofDays(400));
        assertThat(retention.forget(clock.instant().minus(Duration.ofDays(399)))).isEqualTo(1);
        assertThat(incidents.byNumber(FIRST)).isEmpty();
        assertThat(incidents.reasons(FIRST)).isEmpty();
        assertThat(story(2).firing()).hasSize(1);
        ends(service("web"));
        assertThat(heard()).contains("ops incident:2 NORMAL silent");
    }

    @Test
    void what_is_hidden_is_shown_on_request() {
        rules.needs.put("api", List.of("redis"));
        fires(service("redis"), CRITICAL);
        fires(API, CRITICAL);
        assertThat(incidents.hidden())
                .singleElement()
                .satisfies(hidden -> {
                    assertThat(hidden.incident().number()).isEqualTo(new IncidentNumber(2));
                    assertThat(hidden.telling().hiding())
                            .containsExactly(new Mute.ByDependency("redis"));
                });
    }

    @Test
    void where_deliveries_stand_is_known_by_subject() {
        fires(API, CRITICAL);
        assertThat(new OutboxOverview(store).about(FIRST.card()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.to()).isEqualTo(RulesForTests.at("ops"));
                    assertThat(each.standing().state()).isEqualTo(DeliveryState.QUEUED);
                });
        assertThat(new OutboxOverview(store).about(new Subject("incident:2"))).isEmpty();
    }

    @Test
    void what_comes_and_goes_has_one_card_and_a_count() {
        List<String> all = new ArrayList<>();
        for (int time = 0; time < 300; time++) {
            fires(API, CRITICAL);
            passes(Duration.ofSeconds(1));
            ends(API);
            passes(Duration.ofSeconds(1));
            all.addAll(heard());
        }
        assertThat(incident(3).changes().flapping()).isTrue();
        assertThat(incident(3).changes().count()).isEqualTo(596);
        assertThat(incident(3).state()).isEqualTo(IncidentState.OPEN);
        long messages = all.stream().filter(each -> !each.endsWith("silent")).count();
        assertThat(messages).as("new messages").isLessThanOrEqualTo(5);
        assertThat(all).as("edits too").hasSizeLessThan(30);

        passes(Duration.ofMinutes(9));
        heard();
        passes(Duration.ofMinutes(2));
        assertThat(incident(3).state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(heard())
                .containsExactly("ops incident:3 NORMAL silent", "ops incident:3:note:1 NORMAL");
        assertThat(incidents.history(clock.instant().minus(Duration.ofHours(1)))).hasSize(3);
    }

    @Test
    void what_settles_while_it_fires_goes_on_as_usual() {
        for (int time = 0; time < 4; time++) {
            fires(API, CRITICAL);
            passes(Duration.ofSeconds(1));
            ends(API);
        }
        fires(API, CRITICAL);
        heard();
        passes(Duration.ofMinutes(11));
        assertThat(incident(3).changes().flapping()).isFalse();
        assertThat(incident(3).state()).isEqualTo(IncidentState.OPEN);
        ends(API);
        assertThat(incident(3).state()).isEqualTo(IncidentState.RESOLVED);
    }

    @Test
    void what_comes_back_after_an_hour_is_new() {
        for (int time = 0; time < 6; time++) {
            fires(API, CRITICAL);
            ends(API);
            passes(Duration.ofMinutes(31));
        }
        assertThat(incidents.history(clock.instant().minus(Duration.ofDays(1)))).hasSize(6);
    }
}

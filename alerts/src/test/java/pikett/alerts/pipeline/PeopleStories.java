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
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Memory;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.Subject;
import pikett.alerts.pipeline.IncidentDesk.Taking;
import pikett.alerts.route.Route;

/// What people do, what comes and goes, and what cannot be said where it should be.
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

    @Test
    void the_third_time_this_week_and_what_helped_the_last_time() {
        assertThat(incidents.memory(FIRST, clock.instant()))
                .isEqualTo(new Memory(1, Optional.empty()));
        fires(API, CRITICAL);
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
        assertThat(incidents.memory(new IncidentNumber(3), clock.instant()))
                .isEqualTo(
                        new Memory(
                                3,
                                Optional.of(
                                        new Memory.Last(
                                                new IncidentNumber(2),
                                                Optional.of(fix),
                                                Duration.ofMinutes(4)))));
        jumps(Duration.ofDays(2));
        assertThat(incidents.memory(new IncidentNumber(3), clock.instant()).timesThisWeek())
                .isEqualTo(2);
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

    @Test
    void another_chat_hears_what_does_not_arrive_and_the_admins_why() {
        rules.admins.add(RulesForTests.at("anna"));
        fires(API, CRITICAL);
        heard();
        breaks("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard())
                .containsExactly(
                        "anna route-broken:ops:%d NORMAL".formatted(brokenSince()),
                        "feed incident:1 CRITICAL");
        assertThat(reasons(1, "feed")).containsExactly(new Reason.InsteadOf("ops", "kicked"));
        passes(Duration.ofSeconds(30));
        assertThat(heard()).isEmpty();
        ends(API);
        assertThat(heard())
                .contains("ops incident:1 NORMAL silent", "feed incident:1 NORMAL silent");
    }

    @Test
    void the_other_chat_hears_it_also_when_it_sees_something_milder_of_it_itself() {
        Matchers slow = Matchers.of(Matcher.equal("alertname", "Slow"));
        rules.routes.add(new Route("slow", slow, List.of("feed"), Optional.empty(), false));
        Labels slowApi = Labels.of(Map.of("alertname", "Slow", "service", "api", "host", "prod-1"));
        fires(slowApi, WARNING);
        fires(service("web"), CRITICAL);
        breaks("ops");
        passes(Duration.ofSeconds(6));
        heard();
        fires(API, CRITICAL);
        assertThat(heard())
                .contains("feed incident:1 CRITICAL silent", "feed incident:1:note:1 CRITICAL");
        assertThat(reasons(1, "feed")).last().isEqualTo(new Reason.Worse(WARNING, CRITICAL));
    }

    @Test
    void a_chat_that_works_again_is_told_itself() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        breaks("ops");
        passes(Duration.ofSeconds(2));
        works("ops");
        passes(Duration.ofSeconds(2));
        heard();
        fires(service("web"), WARNING);
        passes(Duration.ofSeconds(6));
        assertThat(heard()).containsExactly("ops incident:2 NORMAL");
    }

    private void breaks(String chat) {
        mark(chat, "'kicked', broken_since = " + brokenSince());
    }

    private long brokenSince() {
        return 1_795_226_400_000L;
    }

    private void works(String chat) {
        mark(chat, "NULL, broken_since = NULL");
    }

    /// As the outbox does it after an attempt.
    private void mark(String chat, String reason) {
        int rows =
                store.write(transaction ->
                        transaction.execute(
                                "UPDATE outbox_destinations SET broken_reason = "
                                        + reason
                                        + " WHERE address = '"
                                        + chat
                                        + "'"));
        assertThat(rows).isEqualTo(1);
    }
}

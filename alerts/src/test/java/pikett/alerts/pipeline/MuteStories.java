package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pikett.config.Severity.CRITICAL;
import static pikett.config.Severity.WARNING;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.mute.Mute;
import pikett.alerts.mute.MuteWindow;
import pikett.alerts.mute.Silence;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.route.Route;
import pikett.config.match.Comparison;

/// What hides, for how long, and what is said afterwards.
abstract class MuteStories extends PipelineContract {
    private static final Labels API = service("api");
    private static final Labels SLOW =
            Labels.of(Map.of("alertname", "Slow", "service", "api", "host", "prod-1"));
    private static final Labels REDIS = service("redis");
    private static final Labels HOST =
            Labels.of(Map.of("alertname", "HostUnreachable", "host", "prod-1"));

    @Test
    void a_silenced_alert_is_told_when_the_silence_is_over() {
        Instant until = silence(API, Duration.ofHours(1));
        fires(API, CRITICAL);
        passes(Duration.ofSeconds(10));
        assertThat(heard()).isEmpty();
        assertThat(reasons(1, "ops"))
                .containsExactly(
                        new Reason.Hidden(
                                List.of(
                                        new Mute.BySilence(
                                                new SilenceId(1), "anna", until, "deploying"))));
        jumps(Duration.between(clock.instant(), until).minusSeconds(1));
        heardAlerts();
        jumps(Duration.ofSeconds(1));
        assertThat(heardAlerts()).containsExactly("ops incident:1 CRITICAL");
    }

    @Test
    void what_was_announced_is_ended_although_a_silence_hides_it_by_now() {
        fires(API, CRITICAL);
        silence(API, Duration.ofHours(1));
        heard();
        ends(API);
        assertThat(heard())
                .containsExactly("ops incident:1 NORMAL silent", "ops incident:1:note:1 NORMAL");
    }

    @Test
    void a_silence_edits_the_card_and_stops_the_repeats() {
        fires(API, CRITICAL);
        heard();
        silence(API, Duration.ofHours(3));
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL silent");
        assertThat(story(1).tellings().getFirst().hiding()).hasSize(1);
        jumps(Duration.ofMinutes(121));
        assertThat(heardAlerts()).isEmpty();
        jumps(Duration.ofMinutes(60));
        assertThat(heardAlerts())
                .as("the silence is over, and nobody has it")
                .containsExactly(
                        "ops incident:1 CRITICAL silent", "ops incident:1:note:1 CRITICAL");
    }

    @Test
    void what_a_silence_hid_rings_when_it_ends_although_something_milder_was_repeated_meanwhile() {
        fires(SLOW, WARNING);
        passes(Duration.ofSeconds(6));
        Matchers down = Matchers.of(Matcher.equal("alertname", "ServiceDown"));
        silence(down, Duration.ofHours(3));
        fires(API, CRITICAL);
        heard();
        jumps(Duration.ofMinutes(121));
        assertThat(heardAlerts())
                .as("the chat sees the warning only")
                .containsExactly("ops incident:1:note:1 NORMAL");
        jumps(Duration.ofMinutes(60));
        assertThat(heardAlerts())
                .containsExactly(
                        "ops incident:1 CRITICAL silent", "ops incident:1:note:2 CRITICAL");
        assertThat(reasons(1, "ops")).last().isEqualTo(new Reason.Worse(WARNING, CRITICAL));
    }

    @Test
    void the_preview_says_what_a_silence_would_hide() {
        fires(API, CRITICAL);
        fires(REDIS, WARNING);
        Matchers host = Matchers.of(Matcher.equal("host", "prod-1"));
        Silences.Preview preview = silences.preview(host);
        assertThat(preview.alerts()).hasSize(2);
        assertThat(preview.critical()).isEqualTo(1);
        assertThat(preview.services()).containsExactly("api", "redis");
        assertThat(silences.preview(Matchers.of(Matcher.equal("host", "other"))).alerts())
                .isEmpty();
    }

    @Test
    void a_silence_that_is_taken_back_hid_nothing() {
        silence(API, Duration.ofHours(1));
        fires(API, CRITICAL);
        assertThat(heard()).isEmpty();
        assertThat(silences.undo(new SilenceId(1), "anna")).isEqualTo(Silences.Ending.ENDED);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        assertThat(silences.undo(new SilenceId(1), "anna")).isEqualTo(Silences.Ending.WAS_OVER);
        assertThat(silences.end(new SilenceId(9), "anna")).isEqualTo(Silences.Ending.UNKNOWN);
        assertThat(silences.active()).isEmpty();
    }

    @Test
    void a_silence_warns_before_its_end_if_it_still_hides_something() {
        silence(API, Duration.ofHours(2));
        silence(REDIS, Duration.ofHours(2));
        fires(API, CRITICAL);
        jumps(Duration.ofMinutes(104));
        assertThat(heard()).isEmpty();
        jumps(Duration.ofMinutes(1));
        assertThat(heard()).containsExactly("ops silence:1:ENDS_SOON NORMAL silent");
        jumps(Duration.ofMinutes(1));
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_planned_silence_hides_nothing_before_it_begins() {
        Silence planned = planned(API, Duration.ofHours(1), Duration.ofHours(2));
        assertThat(silences.active()).isEmpty();
        assertThat(silences.current()).containsExactly(planned);
        fires(API, CRITICAL);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        jumps(Duration.ofMinutes(59));
        assertThat(silences.active()).isEmpty();
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_planned_silence_hides_from_its_time_on_what_fires_already() {
        planned(API, Duration.ofHours(1), Duration.ofHours(3));
        fires(API, CRITICAL);
        heard();
        jumps(Duration.ofHours(1));
        assertThat(silences.active()).hasSize(1);
        assertThat(heard())
                .as("the card says who hides it")
                .containsExactly("ops incident:1 CRITICAL silent");
        assertThat(story(1).tellings().getFirst().hiding()).hasSize(1);
        assertThat(story(1).timeline())
                .last()
                .extracting(TimelineEntry::kind, TimelineEntry::who)
                .containsExactly(TimelineEntry.Kind.SILENCED, "anna");
    }

    @Test
    void a_planned_silence_that_began_and_ended_while_pikett_was_away_hid_nothing() {
        planned(API, Duration.ofMinutes(30), Duration.ofHours(1));
        fires(API, CRITICAL);
        heard();
        jumps(Duration.ofHours(1));
        assertThat(silences.current()).isEmpty();
        assertThat(heard()).isEmpty();
        assertThat(story(1).timeline())
                .extracting(TimelineEntry::kind)
                .doesNotContain(TimelineEntry.Kind.SILENCED);
    }

    @Test
    void a_planned_silence_that_is_taken_back_never_begins() {
        Silence planned = planned(API, Duration.ofHours(1), Duration.ofHours(2));
        assertThat(silences.end(planned.id(), "anna")).isEqualTo(Silences.Ending.NEVER_BEGAN);
        assertThat(silences.current()).isEmpty();
        jumps(Duration.ofHours(1));
        fires(API, CRITICAL);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        assertThat(silences.end(planned.id(), "anna")).isEqualTo(Silences.Ending.WAS_OVER);
    }

    @Test
    void a_silence_in_force_stays_so_when_the_clock_is_put_back() {
        silence(API, Duration.ofHours(1));
        jumps(Duration.ofMinutes(-5));
        fires(API, CRITICAL);
        assertThat(heard()).isEmpty();
        assertThat(silences.undo(new SilenceId(1), "anna")).isEqualTo(Silences.Ending.ENDED);
    }

    @Test
    void a_planned_silence_begins_although_pikett_was_away_then() {
        planned(API, Duration.ofHours(1), Duration.ofHours(3));
        fires(API, CRITICAL);
        heard();
        clock.advance(Duration.ofMinutes(90));
        start();
        timers.due(clock.instant());
        assertThat(silences.active()).hasSize(1);
        assertThat(story(1).tellings().getFirst().hiding()).hasSize(1);
        fires(REDIS, CRITICAL);
        assertThat(heardAlerts())
                .containsExactly("ops incident:1 CRITICAL silent", "ops incident:2 CRITICAL");
    }

    @Test
    void what_a_planned_silence_hid_is_told_when_it_is_over() {
        planned(API, Duration.ofHours(1), Duration.ofHours(2));
        jumps(Duration.ofHours(1));
        fires(API, CRITICAL);
        assertThat(heard()).isEmpty();
        jumps(Duration.ofMinutes(59));
        heard();
        jumps(Duration.ofMinutes(1));
        assertThat(heardAlerts()).containsExactly("ops incident:1 CRITICAL");
    }

    @Test
    void a_planned_silence_that_a_wrong_clock_began_is_taken_back_and_begins_at_its_time() {
        planned(API, Duration.ofHours(2), Duration.ofHours(8));
        jumps(Duration.ofHours(3));
        fires(API, CRITICAL);
        assertThat(heard()).isEmpty();
        jumps(Duration.ofHours(-2));
        assertThat(silences.active()).isEmpty();
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        jumps(Duration.ofHours(1));
        assertThat(silences.active()).hasSize(1);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL silent");
    }

    @Test
    void what_a_silence_and_the_one_in_its_place_hide_is_not_told_in_between() {
        silence(API, Duration.ofHours(1));
        fires(API, CRITICAL);
        Optional<Silence> longer =
                silences.replace(
                        new SilenceId(1), wish(API, Optional.empty(), Duration.ofHours(4)));
        assertThat(longer).isPresent();
        assertThat(silences.active()).extracting(Silence::id).containsExactly(new SilenceId(2));
        assertThat(heard()).isEmpty();
        silences.replace(
                new SilenceId(2), wish(API, Optional.of(Duration.ofHours(1)), Duration.ofHours(4)));
        assertThat(heard())
                .as("hidden again in an hour only")
                .containsExactly("ops incident:1 CRITICAL");
    }

    @Test
    void a_silence_ends_after_it_began() {
        assertThatThrownBy(() -> planned(API, Duration.ofHours(2), Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_silence_ends_by_itself_when_nothing_is_left() {
        silence(API, Duration.ofHours(8));
        jumps(Duration.ofHours(1));
        assertThat(silences.active()).as("made ahead of the work").hasSize(1);
        fires(API, CRITICAL);
        jumps(Duration.ofSeconds(1));
        ends(API);
        jumps(Duration.ofMinutes(14));
        assertThat(silences.active()).hasSize(1);
        jumps(Duration.ofMinutes(1));
        assertThat(silences.active()).isEmpty();
        assertThat(heard()).containsExactly("ops silence:1:ENDED NORMAL silent");
    }

    @Test
    void the_cause_hides_its_effects_until_it_is_over() {
        inhibit();
        fires(HOST, CRITICAL);
        fires(API, CRITICAL);
        passes(Duration.ofSeconds(10));
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        assertThat(reasons(2, "ops"))
                .containsExactly(
                        new Reason.Hidden(
                                List.of(
                                        new Mute.ByInhibition(
                                                Fingerprint.of("check", HOST),
                                                "HostUnreachable"))));
        ends(HOST);
        passes(Duration.ofSeconds(1));
        assertThat(heard()).contains("ops incident:2 CRITICAL");
    }

    @Test
    void a_cause_that_comes_within_the_wait_keeps_its_effects_quiet() {
        inhibit();
        fires(API, WARNING);
        passes(Duration.ofSeconds(3));
        fires(HOST, CRITICAL);
        passes(Duration.ofSeconds(10));
        assertThat(heard()).containsExactly("ops incident:2 CRITICAL");
    }

    @Test
    void what_it_needs_is_told_and_it_is_not() {
        rules.needs.put("api", List.of("redis"));
        fires(REDIS, CRITICAL);
        fires(API, CRITICAL);
        passes(Duration.ofSeconds(10));
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        assertThat(reasons(2, "ops"))
                .containsExactly(new Reason.Hidden(List.of(new Mute.ByDependency("redis"))));
        ends(REDIS);
        passes(Duration.ofSeconds(1));
        assertThat(heard()).contains("ops incident:2 CRITICAL");
    }

    @Test
    void a_start_with_other_rules_tells_what_they_no_longer_hide() {
        rules.needs.put("api", List.of("redis"));
        fires(REDIS, CRITICAL);
        fires(API, CRITICAL);
        heard();
        rules.needs.clear();
        start();
        passes(Duration.ofSeconds(1));
        assertThat(heard()).containsExactly("ops incident:2 CRITICAL");
    }

    @Test
    void the_night_holds_back_and_the_morning_sums_up() {
        nightFor("ops");
        fires(API, WARNING);
        passes(Duration.ofSeconds(10));
        fires(REDIS, WARNING);
        passes(Duration.ofSeconds(10));
        ends(REDIS);
        assertThat(heard()).isEmpty();
        Instant seven = Instant.parse("2026-11-21T07:00:00Z");
        assertThat(reasons(1, "ops").getFirst())
                .isEqualTo(new Reason.Hidden(List.of(new Mute.ByWindow("night", seven))));
        jumps(Duration.between(clock.instant(), seven));
        assertThat(outbox.take())
                .extracting(HeardOutbox.Heard::toString, heard -> heard.content().payload())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ops incident:1 NORMAL", "{\"n\":1}"),
                        org.assertj.core.groups.Tuple.tuple(
                                "ops held-back:night:1795244400000 LOW",
                                "{\"until\":1795244400000,\"incidents\":[1,2]}"));
        jumps(Duration.ofHours(1));
        assertThat(heard()).isEmpty();
    }

    @Test
    void the_night_holds_nothing_back_that_is_critical() {
        nightFor("ops");
        fires(API, WARNING);
        passes(Duration.ofSeconds(10));
        fires(API, CRITICAL);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
    }

    private void inhibit() {
        rules.inhibitions.add(
                new Inhibition(
                        Matchers.of(Matcher.equal("alertname", "HostUnreachable")),
                        Matchers.of(new Matcher("host", Comparison.MATCHES, ".+")),
                        List.of("host")));
    }

    private void nightFor(String chat) {
        rules.windows.put(
                "night",
                new MuteWindow(
                        "night",
                        ZoneOffset.UTC,
                        LocalTime.of(22, 0),
                        LocalTime.of(7, 0),
                        EnumSet.allOf(DayOfWeek.class),
                        Optional.of(CRITICAL)));
        rules.routes.add(
                new Route("all", Matchers.ANY, List.of(chat), Optional.of("night"), false));
    }

    private Silence planned(Labels labels, Duration from, Duration until) {
        return silences.silence(wish(labels, Optional.of(from), until));
    }

    private SilenceRequest wish(Labels labels, Optional<Duration> from, Duration until) {
        return new SilenceRequest(
                Matchers.of(Matcher.equal("service", labels.get("service"))),
                from.map(clock.instant()::plus),
                clock.instant().plus(until),
                "anna",
                "",
                Optional.empty());
    }

    private Instant silence(Labels labels, Duration time) {
        return silence(Matchers.of(Matcher.equal("service", labels.get("service"))), time);
    }

    private Instant silence(Matchers matchers, Duration time) {
        Instant until = clock.instant().plus(time);
        silences.silence(
                new SilenceRequest(
                        matchers,
                        Optional.empty(),
                        until,
                        "anna",
                        "deploying",
                        Optional.of(RulesForTests.at("ops"))));
        return until;
    }

    /// What was posted since the last call, without what is said of silences.
    private List<String> heardAlerts() {
        return heard().stream().filter(each -> !each.contains("silence:")).toList();
    }
}

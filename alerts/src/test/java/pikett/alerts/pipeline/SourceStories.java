package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Status;
import pikett.alerts.inbound.Account;
import pikett.alerts.inbound.Decoded;
import pikett.alerts.inbound.Decoder;
import pikett.alerts.inbound.Statement;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.Rate;
import pikett.config.Severity;
import pikett.config.SourceConfig.Payload;

/// Alerts that somebody else raises: what ends them, and what does not.
abstract class SourceStories extends PipelineContract {
    private static final Labels SLOW =
            Labels.of(Map.of("alertname", "Slow", "service", "api", "severity", "critical"));

    private static final Duration HOLDS = Duration.ofMinutes(4);

    private SourceDesk desk() {
        return new SourceDesk(
                store,
                new Round(
                        outbox,
                        () -> rules.build(),
                        _ -> new Rate(20, Duration.ofMinutes(1)),
                        clock),
                pipeline);
    }

    private Statement says(String source, Status status, Optional<Instant> began) {
        return new Statement(
                source,
                SLOW,
                status,
                Severity.CRITICAL,
                began,
                clock.instant(),
                Account.titled("api is slow"));
    }

    @Test
    void one_without_times_fires_once_and_ends_once() {
        desk().accept(List.of(says("deploys", Status.FIRING, Optional.empty())));
        passes(Duration.ofMinutes(1));
        desk().accept(List.of(says("deploys", Status.FIRING, Optional.empty())));
        assertThat(story(1).firing()).hasSize(1);
        assertThat(story(1).firing().getFirst().startsAt()).isEqualTo(START);

        desk().accept(List.of(says("deploys", Status.RESOLVED, Optional.empty())));
        assertThat(incident(1).resolved()).isTrue();
        heard();
        desk().accept(List.of(says("deploys", Status.RESOLVED, Optional.empty())));
        assertThat(heard()).isEmpty();
    }

    @Test
    void what_never_fired_cannot_end() {
        Pipeline.Accepted accepted =
                desk().accept(List.of(says("deploys", Status.RESOLVED, Optional.empty())));

        assertThat(accepted.changed()).isZero();
        assertThat(incidents.open()).isEmpty();
    }

    /// T31.
    @Test
    void another_source_cannot_end_it() {
        Optional<Instant> began = Optional.of(START);
        desk().accept(List.of(says("one", Status.FIRING, began)));
        desk().accept(List.of(says("other", Status.RESOLVED, began)));
        desk().accept(List.of(says("other", Status.RESOLVED, Optional.empty())));

        assertThat(story(1).firing()).extracting(Alert::source).containsExactly("one");
        assertThat(incident(1).resolved()).isFalse();
    }

    /// T30.
    @Test
    void what_is_played_back_neither_opens_nor_ends_anything() {
        Statement began = says("am", Status.FIRING, Optional.of(START));
        desk().accept(List.of(began));
        passes(Duration.ofMinutes(1));
        Statement ended = says("am", Status.RESOLVED, Optional.of(START));
        desk().accept(List.of(ended));
        passes(Duration.ofMinutes(1));
        desk().accept(List.of(began));
        assertThat(incident(1).resolved()).isTrue();
        assertThat(incidents.open()).isEmpty();

        Statement again = says("am", Status.FIRING, Optional.of(clock.instant()));
        desk().accept(List.of(again));
        assertThat(incidents.open()).hasSize(1);
        desk().accept(List.of(ended, began));
        assertThat(incidents.open()).hasSize(1);
    }

    @Test
    void an_alert_of_a_source_that_is_no_more_is_marked_and_those_of_checks_are_not() {
        desk().accept(List.of(says("am", Status.FIRING, Optional.of(START))));
        fires(service("own"), Severity.CRITICAL);
        clock.advance(Duration.ofMinutes(1));

        assertThat(desk().markSilent(Map.of("other", Duration.ofHours(24)))).isEqualTo(1);
        assertThat(account().lastHeard()).contains(START);
    }

    /// F53.
    @Test
    void the_same_delivery_a_hundred_times_is_one_message() {
        Statement began = says("am", Status.FIRING, Optional.of(START));
        for (int index = 0; index < 100; index++) {
            desk().accept(List.of(began, began));
        }

        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
    }

    /// F55.
    @Test
    void an_alert_of_which_nothing_is_heard_any_more_is_marked_until_it_is() {
        Map<String, Duration> patience = Map.of("am", Duration.ofHours(24));
        desk().accept(List.of(says("am", Status.FIRING, Optional.of(START))));
        fires(service("own"), Severity.CRITICAL);
        clock.advance(Duration.ofHours(24));
        assertThat(desk().markSilent(patience)).isZero();
        clock.advance(Duration.ofMinutes(1));
        heard();

        assertThat(desk().markSilent(patience)).isEqualTo(1);
        assertThat(account().lastHeard()).contains(START);
        assertThat(account().title()).contains("api is slow");
        assertThat(heard()).contains("ops incident:1 CRITICAL silent");
        clock.advance(Duration.ofHours(30));
        assertThat(desk().markSilent(patience)).isZero();

        desk().accept(List.of(says("am", Status.FIRING, Optional.of(START))));
        assertThat(account().lastHeard()).isEmpty();
        desk().accept(List.of(says("am", Status.RESOLVED, Optional.of(START))));
        assertThat(incident(1).resolved()).isTrue();
    }

    /// F55.
    @Test
    void what_is_not_listed_is_seen_until_the_group_is_whole() {
        deliver("{\"groupKey\": \"g\", \"truncatedAlerts\": 3, \"alerts\": []}");
        deliver("{\"groupKey\": \"other\", \"truncatedAlerts\": 0, \"alerts\": []}");
        assertThat(story(1).firing())
                .extracting(alert -> Account.of(alert.latest().facts()).unlisted())
                .containsExactly(3L);

        deliver("{\"groupKey\": \"g\", \"truncatedAlerts\": 0, \"alerts\": []}");
        assertThat(incident(1).resolved()).isTrue();
    }

    /// F56.
    @Test
    void a_null_character_is_kept_as_a_replacement() {
        deliver(
                """
                {"alerts": [{"status": "firing", "labels": {"alertname": "a\\u0000b", "x": "\\udfff"},
                  "annotations": {"summary": "\\u0000"}}]}
                """);

        assertThat(story(1).firing().getFirst().labels().get("alertname")).isEqualTo("a\uFFFDb");
    }

    @Test
    void what_is_repeated_goes_on_and_what_is_not_is_over() {
        SourceDesk desk = desk();
        for (int minute = 0; minute < 7; minute++) {
            posts(desk, START, clock.instant().plus(HOLDS));
            clock.advance(Duration.ofMinutes(1));
            assertThat(desk.endLapsed()).isZero();
        }
        assertThat(story(1).firing().getFirst().startsAt()).isEqualTo(START);
        assertThat(minutesUntilOneEnds(desk)).isEqualTo(3);

        assertThat(incident(1).resolved()).isTrue();
        assertThat(desk.endLapsed()).isZero();
    }

    @Test
    void what_was_over_for_silence_alone_begins_anew_when_it_is_spoken_of() {
        SourceDesk desk = desk();
        posts(desk, START, clock.instant().plus(HOLDS));
        minutesUntilOneEnds(desk);
        clock.advance(Duration.ofMinutes(1));
        Instant again = clock.instant();

        posts(desk, START, again.plus(HOLDS));
        assertThat(incidents.open()).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        posts(desk, START, clock.instant().plus(HOLDS));
        assertThat(standing().startsAt()).isEqualTo(again);
        assertThat(Account.of(standing().latest().facts()).until())
                .contains(clock.instant().plus(HOLDS));

        posts(desk, START, clock.instant());
        assertThat(incidents.open()).isEmpty();
        posts(desk, START, clock.instant().plus(HOLDS));
        assertThat(incidents.open()).isEmpty();
    }

    @Test
    void what_nobody_could_hear_is_not_over() {
        SourceDesk desk = desk();
        posts(desk, START, clock.instant().plus(HOLDS));
        clock.advance(Duration.ofMinutes(30));
        assertThat(desk.endLapsed()).isZero();

        SourceDesk started = desk();
        clock.advance(Duration.ofMinutes(1));
        assertThat(started.endLapsed()).isZero();
        posts(started, START, clock.instant().plus(HOLDS));
        assertThat(minutesUntilOneEnds(started)).isEqualTo(4);
    }

    @Test
    void two_senders_of_one_alert_tell_of_one_time() {
        SourceDesk desk = desk();
        posts(desk, START, clock.instant().plus(HOLDS));
        clock.advance(Duration.ofSeconds(10));
        posts(desk, START.plusSeconds(7), clock.instant().plus(HOLDS));
        posts(desk, START, clock.instant().plus(HOLDS));

        assertThat(standing().startsAt()).isEqualTo(START);
        posts(desk, START.plusSeconds(7), clock.instant());
        assertThat(incident(1).resolved()).isTrue();
    }

    private int minutesUntilOneEnds(SourceDesk desk) {
        for (int minutes = 1; minutes <= 20; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            if (desk.endLapsed() == 1) {
                return minutes;
            }
        }
        throw new AssertionError("nothing ended");
    }

    private Alert standing() {
        return story(incidents.open().getFirst().number().value()).firing().getFirst();
    }

    private void posts(SourceDesk desk, Instant began, Instant end) {
        String json =
                "[{\"labels\": {\"alertname\": \"Slow\"}, \"startsAt\": \"%s\", \"endsAt\": \"%s\"}]"
                        .formatted(began, end);
        Decoded decoded =
                new Decoder("prometheus", new Payload.Alertmanager(), UnaryOperator.identity())
                        .decodePosted(json.getBytes(StandardCharsets.UTF_8), clock.instant());
        desk.accept(((Decoded.Understood) decoded).statements());
    }

    private void deliver(String json) {
        Decoded decoded =
                new Decoder("am", new Payload.Alertmanager(), UnaryOperator.identity())
                        .decode(json.getBytes(StandardCharsets.UTF_8), clock.instant());
        desk().accept(((Decoded.Understood) decoded).statements());
    }

    private Account account() {
        return Account.of(story(1).firing().getFirst().latest().facts());
    }
}

package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.config.Severity.CRITICAL;
import static pikett.config.Severity.WARNING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Reason;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.route.Route;

/// What is said where nothing can be edited, and what is said there because the chats do not take it.
abstract class LateStories extends PipelineContract {
    private static final Labels API = service("api");
    private static final Duration AFTER = Duration.ofMinutes(3);

    @BeforeEach
    final void fallback() {
        rules.channel("mail");
        rules.fallback = Optional.of(new Fallback(AFTER, List.of("mail")));
    }

    @Test
    void what_is_critical_and_not_taken_in_time_is_told_by_the_fallback_once_and_ended_there() {
        fires(API, CRITICAL);
        assertThat(heard()).containsExactly("ops incident:1 CRITICAL");
        passes(AFTER.minusSeconds(1));
        assertThat(heard()).as("not before its time").isEmpty();
        passes(Duration.ofSeconds(2));
        assertThat(heard()).containsExactly("mail incident:1 CRITICAL");
        assertThat(reasons(1, "mail")).containsExactly(new Reason.Fallback());

        passes(Duration.ofMinutes(20));
        assertThat(heard()).as("once, and no second time in the chat").isEmpty();
        arrives("ops");
        passes(Duration.ofMinutes(5));
        assertThat(heard()).isEmpty();
        ends(API);
        assertThat(heard())
                .containsExactlyInAnyOrder(
                        "ops incident:1 NORMAL silent",
                        "ops incident:1:note:1 NORMAL",
                        "mail incident:1 NORMAL silent");
    }

    @Test
    void nor_does_a_restart_tell_it_again() {
        fires(API, CRITICAL);
        passes(AFTER.plusSeconds(2));
        assertThat(heard()).contains("mail incident:1 CRITICAL");
        start();
        passes(Duration.ofMinutes(5));
        assertThat(heard()).isEmpty();
    }

    @Test
    void what_the_chat_took_stays_there() {
        fires(API, CRITICAL);
        arrives("ops");
        fires(service("web"), WARNING);
        passes(AFTER.plusMinutes(5));
        assertThat(heard()).noneMatch(line -> line.startsWith("mail"));
    }

    @Test
    void a_chat_that_refuses_for_good_is_late_as_well() {
        fires(API, CRITICAL);
        heard();
        becomes("ops", "DEAD");
        breaks("ops");
        passes(AFTER.plusSeconds(2));
        assertThat(heard())
                .filteredOn(line -> line.startsWith("mail"))
                .containsExactly("mail incident:1 CRITICAL");
    }

    @Test
    void a_chat_that_works_but_lost_its_card_is_told_again_as_well() {
        fires(API, CRITICAL);
        heard();
        becomes("ops", "DEAD");
        passes(AFTER.plusSeconds(2));
        assertThat(heard())
                .containsExactlyInAnyOrder(
                        "mail incident:1 CRITICAL",
                        "ops incident:1 CRITICAL silent",
                        "ops incident:1:note:1 CRITICAL");
        passes(AFTER.plusSeconds(20));
        assertThat(heard()).isEmpty();
    }

    @Test
    void what_somebody_has_or_what_is_over_by_then_is_not_late() {
        fires(API, CRITICAL);
        fires(service("web"), CRITICAL);
        desk.take(new IncidentNumber(1), "anna");
        ends(service("web"));
        heard();
        passes(AFTER.plusMinutes(5));
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_reminder_that_does_not_arrive_is_late_though_the_card_arrived() {
        fires(API, CRITICAL);
        arrives("ops");
        jumps(Duration.ofHours(2));
        assertThat(heard()).contains("ops incident:1:note:1 CRITICAL");
        passes(AFTER.plusSeconds(2));
        assertThat(heard()).containsExactly("mail incident:1 CRITICAL");
    }

    @Test
    void what_has_waited_for_days_and_turns_critical_is_late() {
        fires(API, WARNING);
        jumps(Duration.ofDays(2));
        heard();
        fires(API, CRITICAL);
        passes(AFTER.plusSeconds(2));
        assertThat(heard()).contains("mail incident:1 CRITICAL");
    }

    @Test
    void an_edit_that_does_not_arrive_is_not_late() {
        fires(API, CRITICAL);
        arrives("ops");
        heard();
        passes(Duration.ofSeconds(1));
        fires(API, CRITICAL, "{\"value\":2}");
        passes(Duration.ofMinutes(2));
        assertThat(heard()).contains("ops incident:1 CRITICAL silent");
        passes(AFTER.plusMinutes(1));
        assertThat(heard()).noneMatch(line -> line.startsWith("mail"));
    }

    @Test
    void the_storm_that_a_chat_does_not_take_is_told_by_the_fallback() {
        for (int number = 0; number < 40; number++) {
            fires(service("s" + number), CRITICAL);
        }
        assertThat(heard()).anyMatch(line -> line.startsWith("ops storm:"));
        passes(AFTER.plusSeconds(2));
        assertThat(heard())
                .filteredOn(line -> line.startsWith("mail"))
                .anyMatch(line -> line.startsWith("mail storm:mail:"))
                .hasSizeLessThan(25);
    }

    @Test
    void where_nothing_can_be_edited_only_what_matters_is_said() {
        Matchers all = Matchers.of(Matcher.equal("host", "prod-1"));
        rules.routes.add(new Route("all", all, List.of("mail"), Optional.empty(), false));
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        assertThat(heard()).containsExactly("mail incident:1 NORMAL");
        fires(API, WARNING, "{\"value\":2}");
        passes(Duration.ofMinutes(3));
        assertThat(heard()).as("values only").isEmpty();
        fires(API, CRITICAL);
        assertThat(heard()).containsExactly("mail incident:1 CRITICAL");
        desk.take(new IncidentNumber(1), "anna");
        assertThat(heard()).containsExactly("mail incident:1 CRITICAL silent");
        ends(API);
        assertThat(heard()).containsExactly("mail incident:1 NORMAL silent");
    }

    private void arrives(String chat) {
        becomes(chat, "SENT");
    }

    private void breaks(String chat) {
        store.write(transaction ->
                transaction
                        .createUpdate(
                                """
                                UPDATE outbox_destinations
                                SET broken_since = :now, broken_reason = 'kicked'
                                WHERE address = :chat
                                """)
                        .bind("now", clock.instant().toEpochMilli())
                        .bind("chat", chat)
                        .execute());
    }

    private void becomes(String chat, String state) {
        store.write(transaction ->
                transaction
                        .createUpdate(
                                "UPDATE outbox_deliveries SET state = :state WHERE address = :chat")
                        .bind("state", state)
                        .bind("chat", chat)
                        .execute());
    }
}

package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.config.Severity.CRITICAL;
import static pikett.config.Severity.WARNING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Reason;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.route.Route;

/// What cannot be said where it should be.
abstract class RouteStories extends PipelineContract {
    private static final Labels API = service("api");

    @Test
    void another_chat_hears_what_does_not_arrive_and_the_admins_why() {
        rules.admin("anna");
        fires(API, CRITICAL);
        heard();
        breaks("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard())
                .containsExactly(
                        "anna route-broken:ops:%d NORMAL".formatted(START.toEpochMilli()),
                        "feed incident:1 CRITICAL");
        assertThat(reasons(1, "feed")).containsExactly(new Reason.InsteadOf("ops", "kicked"));
        passes(Duration.ofSeconds(30));
        assertThat(heard()).isEmpty();
        ends(API);
        assertThat(heard())
                .contains("ops incident:1 NORMAL silent", "feed incident:1 NORMAL silent");
    }

    @Test
    void where_no_chat_is_left_every_admin_hears_it_privately() {
        rules.chats.remove("feed");
        rules.admin("anna");
        rules.admin("arsen");
        fires(API, CRITICAL);
        heard();
        breaks("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard())
                .endsWith("anna incident:1 CRITICAL", "arsen incident:1 CRITICAL")
                .hasSize(4);
        assertThat(reasons(1, "@anna")).containsExactly(new Reason.InsteadOf("ops", "kicked"));

        breaks("arsen");
        passes(Duration.ofSeconds(2));
        fires(service("web"), CRITICAL);
        assertThat(heard())
                .as("who cannot be reached stands in for nobody")
                .containsExactlyInAnyOrder("ops incident:2 CRITICAL", "anna incident:2 CRITICAL");

        works("ops");
        passes(Duration.ofSeconds(2));
        heard();
        fires(service("cron"), CRITICAL);
        assertThat(heard()).containsExactly("ops incident:3 CRITICAL");
        ends(API);
        assertThat(heard()).contains("anna incident:1 NORMAL silent");
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

    @Test
    void a_chat_that_works_again_rings_once_for_what_it_did_not_hear() {
        rules.admin("anna");
        fires(API, CRITICAL);
        fires(service("web"), CRITICAL);
        loses("ops");
        breaks("ops");
        passes(Duration.ofSeconds(2));
        ends(service("web"));
        loses("ops");
        heard();

        works("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard())
                .as("what is over by now is not told")
                .containsExactly(
                        "ops incident:1 CRITICAL silent", "ops incident:1:note:1 CRITICAL");
        assertThat(reasons(1, "ops")).last().isEqualTo(new Reason.Undelivered());
        passes(Duration.ofMinutes(1));
        assertThat(heard()).isEmpty();
        jumps(Duration.ofHours(2));
        assertThat(heard()).as("nobody has it").contains("ops incident:1:note:2 CRITICAL");
    }

    @Test
    void what_arrived_before_the_chat_broke_does_not_ring_again() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        arrives("ops");
        fires(service("web"), WARNING);
        passes(Duration.ofSeconds(6));
        fires(API, WARNING, "{\"n\":1}");
        passes(Duration.ofMinutes(1));
        loses("ops");
        breaks("ops");
        passes(Duration.ofSeconds(2));
        heard();
        works("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard())
                .containsExactly("ops incident:2 NORMAL silent", "ops incident:2:note:1 NORMAL");
    }

    @Test
    void what_became_worse_while_the_chat_was_broken_rings_when_it_works_again() {
        fires(API, WARNING);
        passes(Duration.ofSeconds(6));
        arrives("ops");
        breaks("ops");
        passes(Duration.ofSeconds(2));
        fires(API, CRITICAL);
        loses("ops");
        heard();
        works("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard()).contains("ops incident:1:note:2 CRITICAL");
    }

    @Test
    void what_somebody_took_meanwhile_is_told_without_sound() {
        fires(API, CRITICAL);
        loses("ops");
        breaks("ops");
        passes(Duration.ofSeconds(2));
        desk.take(new IncidentNumber(1), "anna");
        loses("ops");
        heard();
        works("ops");
        passes(Duration.ofSeconds(2));
        assertThat(heard())
                .containsExactly(
                        "ops incident:1 CRITICAL silent", "ops incident:1:note:1 CRITICAL silent");
    }

    /// What waits for the chat is given up, as the outbox does it after an attempt.
    private void loses(String chat) {
        ended(chat, DeliveryState.DEAD);
    }

    private void arrives(String chat) {
        ended(chat, DeliveryState.SENT);
    }

    private void ended(String chat, DeliveryState state) {
        int rows =
                store.write(transaction ->
                        transaction
                                .createUpdate(
                                        """
                                        UPDATE outbox_deliveries SET state = :state, changed_at = :now
                                        WHERE address = :chat AND state = 'QUEUED'
                                        """)
                                .bind("state", state.name())
                                .bind("now", clock.instant().toEpochMilli())
                                .bind("chat", chat)
                                .execute());
        assertThat(rows).isPositive();
    }

    private void breaks(String chat) {
        mark(chat, "'kicked', broken_since = " + clock.instant().toEpochMilli());
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

package pikett.bot.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.inbound.Statement;
import pikett.bot.inbound.Tally.Outcome;
import pikett.config.Frequency;
import pikett.config.Secret;
import pikett.config.SourceConfig;
import pikett.config.SourceConfig.Credentials;
import pikett.config.SourceConfig.Payload;

/// T28: who may bring alerts, and who may not.
final class HooksTest {
    private static final String OLD = "the-old-secret-of-am";
    private static final String NEW = "the-new-secret-of-am";
    private static final String OTHER = "the-secret-of-grafana";
    private static final Body FIRING =
            Body.of("{\"alerts\": [{\"status\": \"firing\", \"labels\": {\"alertname\": \"A\"}}]}");

    private Instant now = Instant.parse("2026-11-21T15:00:00Z");
    private boolean storeIsAway;
    private final List<Statement> kept = new ArrayList<>();
    private final Source am =
            source("am", new Credentials.Bearer(List.of(new Secret(OLD), new Secret(NEW))));
    private final Source grafana =
            source("grafana", new Credentials.Hmac(List.of(new Secret(OTHER))));
    private final Hooks hooks =
            new Hooks(
                    Map.of("am", am, "grafana", grafana),
                    this::keep,
                    text -> text.replace("hunter2", "***"),
                    () -> now);

    private Source source(String name, Credentials credentials) {
        return Source.of(
                name,
                new SourceConfig(
                        new Payload.Alertmanager(),
                        credentials,
                        2_000,
                        new Frequency(3, Duration.ofMinutes(1)),
                        Duration.ofHours(24)),
                text -> text.replace("hunter2", "***"),
                () -> now);
    }

    private void keep(List<Statement> statements) {
        if (storeIsAway) {
            throw new StoreUnavailableException("disk full", new IOException("no space"));
        }
        kept.addAll(statements);
    }

    /// What the door makes of it: the head first, then the whole.
    private Page sent(String name, Map<String, List<String>> headers, Body body) {
        Head head = new Head("POST", name, Map.of(), new Headers(headers));
        return hooks.turnAway(head).orElseGet(() -> hooks.answer(new Call(head, body)));
    }

    private Page shown(String authorization) {
        return sent("am", Map.of("Authorization", List.of(authorization)), FIRING);
    }

    private static String signed(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    private Page signed(Instant at, String secret, Body signed, Body sent) {
        String time = Long.toString(at.getEpochSecond());
        return sent(
                "grafana",
                Map.of(
                        "X-Grafana-Alerting-Signature",
                        List.of(signed(secret, time + ":" + text(signed))),
                        "X-Grafana-Alerting-Timestamp",
                        List.of(time)),
                sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + OLD, "Bearer " + NEW, "bearer " + NEW, "Bearer  " + NEW})
    void either_secret_counts_while_one_takes_the_others_place(String authorization) {
        assertThat(shown(authorization).status()).isEqualTo(200);
        assertThat(kept).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer the-new-secret-of-a",
                "Bearer the-new-secret-of-am-",
                "Bearer THE-NEW-SECRET-OF-AM",
                "Basic " + NEW,
                NEW,
                "Bearer " + OTHER
            })
    void nobody_else_comes_in_or_learns_why(String authorization) {
        Page page = shown(authorization);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page).isEqualTo(sent("am", Map.of(), FIRING));
        assertThat(kept).isEmpty();
    }

    @Test
    void two_secrets_at_once_are_none() {
        assertThat(
                        sent(
                                        "am",
                                        Map.of(
                                                "Authorization",
                                                List.of("Bearer wrong", "Bearer " + NEW)),
                                        FIRING)
                                .status())
                .isEqualTo(401);
    }

    @Test
    void a_bearer_is_asked_for_before_the_body_is_read() {
        Head head = new Head("POST", "am", Map.of(), Headers.NONE);

        assertThat(hooks.turnAway(head)).isPresent();
        assertThat(am.tally().count(Outcome.UNAUTHENTICATED)).isEqualTo(1);
    }

    @Test
    void a_name_that_is_no_source_is_not_there() {
        assertThat(sent("nobody", Map.of(), FIRING).status()).isEqualTo(404);
        assertThat(sent("am/x", Map.of(), FIRING).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "-300, 200", "300, 200", "-301, 401", "301, 401", "-86400, 401"})
    void what_grafana_signed_counts_for_five_minutes(long seconds, int status) {
        assertThat(signed(now.plusSeconds(seconds), OTHER, FIRING, FIRING).status())
                .isEqualTo(status);
    }

    @Test
    void what_was_signed_cannot_be_changed_or_taken_elsewhere() {
        Body resolved = Body.of(text(FIRING).replace("firing", "resolved"));

        assertThat(signed(now, OTHER, FIRING, resolved).status()).isEqualTo(401);
        assertThat(signed(now, NEW, FIRING, FIRING).status()).isEqualTo(401);
        assertThat(kept).isEmpty();
    }

    @Test
    void a_signature_whose_time_is_not_signed_or_missing_does_not_count() {
        String overBody = signed(OTHER, text(FIRING));
        String name = "X-Grafana-Alerting-Signature";
        String time = Long.toString(now.getEpochSecond());

        assertThat(sent("grafana", Map.of(name, List.of(overBody)), FIRING).status())
                .isEqualTo(401);
        assertThat(
                        sent(
                                        "grafana",
                                        Map.of(
                                                name,
                                                List.of(overBody),
                                                "X-Grafana-Alerting-Timestamp",
                                                List.of(time)),
                                        FIRING)
                                .status())
                .isEqualTo(401);
        for (String strange : List.of("", "now", "1e9", "9999999999999999999", "-1")) {
            assertThat(
                            sent(
                                            "grafana",
                                            Map.of(
                                                    name,
                                                    List.of(
                                                            signed(
                                                                    OTHER,
                                                                    strange + ":" + text(FIRING))),
                                                    "X-Grafana-Alerting-Timestamp",
                                                    List.of(strange)),
                                            FIRING)
                                    .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void scripts_and_github_sign_in_their_own_headers() {
        String time = Long.toString(now.getEpochSecond());
        String overBoth = "sha256=" + signed(OTHER, time + ":" + text(FIRING));
        String overBody = "sha256=" + signed(OTHER, text(FIRING));

        assertThat(
                        sent(
                                        "grafana",
                                        Map.of(
                                                "X-Pikett-Signature",
                                                List.of(overBoth),
                                                "X-Pikett-Timestamp",
                                                List.of(time)),
                                        FIRING)
                                .status())
                .isEqualTo(200);
        assertThat(
                        sent("grafana", Map.of("X-Pikett-Signature", List.of(overBody)), FIRING)
                                .status())
                .isEqualTo(401);
        assertThat(
                        sent("grafana", Map.of("X-Hub-Signature-256", List.of(overBody)), FIRING)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void more_than_agreed_is_asked_to_come_back_and_outsiders_use_none_of_it_up() {
        for (int index = 0; index < 10; index++) {
            shown("Bearer wrong-wrong-wrong");
        }
        for (int index = 0; index < 3; index++) {
            assertThat(shown("Bearer " + NEW).status()).isEqualTo(200);
            now = now.plusSeconds(10);
        }

        Page page = shown("Bearer " + NEW);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.headers()).containsEntry("Retry-After", "30");
        assertThat(signed(now, OTHER, FIRING, FIRING).status()).isEqualTo(200);
        now = now.plusSeconds(30);
        assertThat(shown("Bearer " + NEW).status()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_understood_is_the_senders_mistake() {
        Page page =
                sent("am", Map.of("Authorization", List.of("Bearer " + NEW)), Body.of("{\"a\":1}"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("/alerts must be a list");
        assertThat(am.tally().count(Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void what_can_be_understood_beside_it_is_kept() {
        String good = "{\"status\": \"firing\", \"labels\": {\"alertname\": \"A\"}}";
        Body body = Body.of("{\"alerts\": [1, 2, 3, 4, %s]}".formatted(good));

        Page page = sent("am", Map.of("Authorization", List.of("Bearer " + OLD)), body);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("/alerts/2 must be", "And 1 more. The other alerts are kept.")
                .doesNotContain("/alerts/3");
        assertThat(kept).extracting(each -> each.labels().get("alertname")).contains("A");
        assertThat(am.tally().count(Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void what_is_not_kept_is_not_answered_as_if_it_were() {
        storeIsAway = true;

        assertThatThrownBy(() -> shown("Bearer " + NEW))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(am.tally().count(Outcome.ACCEPTED)).isZero();
        assertThat(am.tally().count(Outcome.NOT_KEPT)).isEqualTo(1);
    }

    @Test
    void no_secret_goes_on_from_what_was_told() {
        Body told =
                Body.of(
                        "{\"alerts\": [{\"status\": \"firing\", \"labels\": {\"a\": \"b\"},"
                                + " \"annotations\": {\"summary\": \"password hunter2\"}}]}");
        sent("am", Map.of("Authorization", List.of("Bearer " + NEW)), told);

        assertThat(kept.getFirst().account().summary()).isEqualTo(Optional.of("password ***"));
    }
}

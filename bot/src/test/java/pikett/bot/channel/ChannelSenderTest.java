package pikett.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.mail.Mailer;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.alerts.outbox.Subject;
import pikett.bot.channel.ToldState.Status;
import pikett.bot.language.Phrases;
import pikett.config.ChannelConfig;
import pikett.config.ChannelConfig.Form;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.config.Severity;

/// What leaves for mail servers and addresses, over their real protocols.
final class ChannelSenderTest {
    private static final Instant OPENED = Instant.parse("2026-11-21T03:11:00Z");
    private static final ChannelConfig.Reader READER =
            new ChannelConfig.Reader(Optional.empty(), Optional.empty());
    private static final String EVIL = "down\r\nX-Evil: 1\u2028\"}, {\"a\":\"{number} <!channel>";

    private final Http http = new Http(new LocalDialer(), text -> text);
    private final Mailbox mailbox = new Mailbox();
    private Hook hook;
    private Notice notice = notice(Status.FIRING, Severity.CRITICAL, "api is down");

    @BeforeEach
    void open() throws IOException {
        hook = new Hook();
    }

    @AfterEach
    void close() {
        hook.close();
        mailbox.close();
        http.close();
    }

    @Test
    void all_mails_of_an_incident_are_one_thread() {
        Sender sender = mail();
        SendOutcome first = sender.send(delivery(1, Optional.empty(), false));
        notice = notice(Status.RESOLVED, Severity.CRITICAL, "api is up again");
        sender.send(delivery(2, id(first), false));

        assertThat(mailbox.mails()).extracting(Mailbox.Got::inReplyTo).startsWith("null");
        assertThat(mailbox.mails().get(1).inReplyTo()).isEqualTo(mailbox.mails().get(0).id());
        assertThat(mailbox.mails().get(1).id()).isNotEqualTo(mailbox.mails().get(0).id());
        assertThat(mailbox.mails().get(0).text()).isEqualTo("all of it\n\nhttps://t.me/c/1/2");
    }

    @Test
    void what_was_told_is_not_told_again_until_it_is_another_state() {
        Sender sender = mail();
        SendOutcome first = sender.send(delivery(1, Optional.empty(), false));
        assertThat(sender.send(delivery(2, id(first), false))).isEqualTo(first);
        notice = notice(Status.FIRING, Severity.WARNING, "milder");
        assertThat(sender.send(delivery(3, id(first), false))).isEqualTo(first);
        assertThat(mailbox.mails()).hasSize(1);

        notice = notice(Status.TAKEN, Severity.WARNING, "taken");
        SendOutcome taken = sender.send(delivery(4, id(first), false));
        notice = notice(Status.TAKEN, Severity.CRITICAL, "as bad as before");
        assertThat(sender.send(delivery(5, id(taken), false))).isEqualTo(taken);
        notice = notice(Status.RESOLVED, Severity.CRITICAL, "over");
        sender.send(delivery(6, id(taken), false));
        assertThat(mailbox.mails())
                .extracting(Mailbox.Got::subject)
                .containsExactly("[x] api is down #42", "[x] taken #42", "[x] over #42");
    }

    @Test
    void a_repeat_says_so_and_has_the_same_id() {
        mail().send(delivery(1, Optional.empty(), false));
        mail().send(delivery(1, Optional.empty(), true));

        assertThat(mailbox.mails().get(1).id()).isEqualTo(mailbox.mails().get(0).id());
        assertThat(mailbox.mails().get(1).text()).startsWith("(Sent again");
    }

    @Test
    void pikett_s_own_json_says_what_machines_need() {
        webhook(new Form.Json(Optional.empty())).send(delivery(1, Optional.empty(), false));

        Hook.Got got = hook.posts().getFirst();
        assertThat(got.body())
                .isEqualTo(
                        """
                        {"version":1,"key":"pikett-1-1795230660000","repeat":false,\
                        "status":"firing","severity":"critical","title":"api is down",\
                        "text":"all of it","incident":42,"opened":"2026-11-21T03:11:00Z",\
                        "labels":{"host":"prod-1","service":"api"},"link":"https://t.me/c/1/2"}\
                        """);
        assertThat(got.header("Authorization")).isEqualTo("Bearer canary-bearer");
        assertThat(got.header("Idempotency-key")).isEqualTo("pikett-1-1795230660000");
    }

    @Test
    void ntfy_gets_headers_in_one_line_each() {
        notice = notice(Status.FIRING, Severity.CRITICAL, "лежит " + EVIL);
        webhook(new Form.Ntfy()).send(delivery(1, Optional.empty(), false));

        Hook.Got got = hook.posts().getFirst();
        assertThat(got.headers()).doesNotContainKey("X-evil");
        assertThat(got.header("Title")).startsWith("=?UTF-8?B?").endsWith("?=");
        assertThat(got.header("Priority")).isEqualTo("5");
        assertThat(got.header("Tags")).isEqualTo("rotating_light");
        assertThat(got.header("Click")).isEqualTo("https://t.me/c/1/2");
        assertThat(got.body()).isEqualTo("all of it");
    }

    @Test
    void what_is_filled_in_stays_a_text() {
        notice = notice(Status.FIRING, Severity.CRITICAL, EVIL);
        String template = "{\"a\": [\"{title} in {labels}\", 1, \"{ not }\"], \"{title}\": true}";
        webhook(new Form.Json(Optional.of(template))).send(delivery(1, Optional.empty(), false));
        webhook(new Form.Slack()).send(delivery(2, Optional.empty(), false));

        String filled =
                "[\"down\\r\\nX-Evil: 1\u2028\\\"}, {\\\"a\\\":\\\"{number} <!channel>"
                        + " in host=prod-1, service=api\",1,\"{ not }\"]";
        assertThat(hook.posts().get(0).body()).isEqualTo("{\"a\":" + filled + ",\"{title}\":true}");
        assertThat(hook.posts().get(1).body())
                .startsWith("{\"text\":\"[x] down")
                .contains("&lt;!channel&gt;")
                .doesNotContain("<!channel>");
    }

    @Test
    void each_answer_has_its_outcome() {
        Sender sender = webhook(new Form.Slack());
        hook.answers(429, Map.of("Retry-After", "7"));
        assertThat(sender.send(delivery(1, Optional.empty(), false)))
                .isEqualTo(new SendOutcome.Wait(Duration.ofSeconds(7), false, "it answers 429"));
        hook.answers(404, Map.of());
        assertThat(sender.send(delivery(1, Optional.empty(), false)))
                .isEqualTo(new SendOutcome.Rejected("it answers 404", true));
        hook.answers(302, Map.of("Location", "/elsewhere"));
        assertThat(sender.send(delivery(1, Optional.empty(), false)))
                .isEqualTo(new SendOutcome.Rejected("it answers 302", true));
        hook.answers(413, Map.of());
        assertThat(sender.send(delivery(1, Optional.empty(), false)))
                .isEqualTo(new SendOutcome.Rejected("it answers 413", false));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void what_could_not_do_it_is_asked_again(int status) {
        hook.answers(status, Map.of());
        assertThat(webhook(new Form.Slack()).send(delivery(1, Optional.empty(), false)))
                .isEqualTo(new SendOutcome.NotSent("it answers " + status));
    }

    @Test
    void where_nobody_listens_it_did_not_leave_and_nothing_is_given_away() {
        hook.close();
        mailbox.close();
        SendOutcome post = webhook(new Form.Slack()).send(delivery(1, Optional.empty(), false));
        SendOutcome letter = mail().send(delivery(1, Optional.empty(), false));

        assertThat(List.of(post, letter)).allMatch(SendOutcome.NotSent.class::isInstance);
        assertThat(post.toString()).doesNotContain("canary");
    }

    @Test
    void a_channel_that_is_configured_no_more_takes_nothing() {
        Sender sender =
                new ChannelSender(
                        ChannelKind.MAIL,
                        _ -> Optional.empty(),
                        (_, _) -> Optional.of(notice),
                        new MailCarrier(mailer(), _ -> Phrases.in(Language.EN)));

        assertThat(sender.send(delivery(1, Optional.empty(), false)))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        rejected -> assertThat(rejected.destinationBroken()).isTrue());
    }

    private static Optional<String> id(SendOutcome outcome) {
        return Optional.of(((SendOutcome.Sent) outcome).messageId());
    }

    private static Mailer mailer() {
        return new Mailer(text -> text, InstantSource.fixed(OPENED));
    }

    private Sender mail() {
        ChannelConfig config =
                new ChannelConfig.Mail(
                        URI.create("smtp://" + mailbox.address()),
                        Optional.empty(),
                        "pikett@example.org",
                        List.of("oncall@example.org"),
                        READER);
        return new ChannelSender(
                ChannelKind.MAIL,
                _ -> Optional.of(config),
                (_, _) -> Optional.of(notice),
                new MailCarrier(mailer(), _ -> Phrases.in(Language.EN)));
    }

    private Sender webhook(Form form) {
        ChannelConfig config =
                new ChannelConfig.Webhook(
                        new Secret(hook.at("/canary-path").toString()),
                        Optional.of(new Secret("canary-bearer")),
                        form,
                        READER);
        return new ChannelSender(
                ChannelKind.WEBHOOK,
                _ -> Optional.of(config),
                (_, _) -> Optional.of(notice),
                new WebhookCarrier(http, _ -> Phrases.in(Language.EN)));
    }

    private static Delivery delivery(long id, Optional<String> messageId, boolean repeat) {
        return new Delivery(
                new DeliveryId(id),
                ChannelKind.MAIL.destination("oncall"),
                new Subject("incident:42"),
                new Content("incident", "{\"n\":42}"),
                messageId,
                false,
                1,
                repeat,
                OPENED);
    }

    private static Notice notice(Status status, Severity severity, String title) {
        Labels labels = Labels.of(Map.of("service", "api", "host", "prod-1"));
        return new Notice(
                Optional.of(
                        new Notice.About(
                                42, OPENED, severity, labels, Optional.of("https://t.me/c/1/2"))),
                "[x] " + title + " #42",
                title,
                "all of it",
                new ToldState(status, severity));
    }
}

package pikett.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.mail.MailResult.NotTaken;
import pikett.adapters.mail.MailResult.Step;
import pikett.adapters.mail.MailResult.Taken;
import pikett.adapters.mail.MailResult.Unclear;
import pikett.adapters.mail.MailServer.Login;
import pikett.adapters.mail.MailServer.Security;
import pikett.adapters.mail.PostOffice.Door;
import pikett.config.Secret;

final class MailerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:14:00Z");
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Optional<Login> LOGIN =
            Optional.of(new Login(PostOffice.USER, new Secret(PostOffice.PASSWORD)));
    private static final String[] TAKES_ALL = {
        "220 here", "250 mail", "250 sender", "250 recipient", "354 go on", "250 kept"
    };

    private final Mailer mailer = new Mailer(text -> text, InstantSource.fixed(NOW));

    @ParameterizedTest
    @EnumSource(Door.class)
    void a_mail_arrives_as_it_was_written(Door door) throws Exception {
        try (PostOffice office = new PostOffice(door, door != Door.PLAIN)) {
            MailResult result =
                    trusting(office).send(server(office, door), mail("a@example.org"), WITHIN);

            assertThat(result).isEqualTo(new Taken(List.of()));
            MimeMessage mail = office.mails.getFirst();
            assertThat(mail.getSubject()).isEqualTo("[FIRING critical] Грузится · api #42");
            assertThat(mail.getContent().toString().strip().replace("\r\n", "\n"))
                    .isEqualTo("since 03:11\n🔴 ü");
            assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(mail.getMessageID()).isEqualTo("<incident-42.2@pikett>");
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<incident-42@pikett>");
            assertThat(mail.getHeader("References")).containsExactly("<incident-42@pikett>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getSentDate()).isEqualTo(NOW);
        }
    }

    @Test
    void nothing_that_is_said_becomes_a_header() throws Exception {
        String evil = "disk full\r\nBcc: all@example.org\n\nbody\u2028X: y\u0085Z: w\u0000";
        try (PostOffice office = new PostOffice(Door.PLAIN, false)) {
            mailer.send(server(office, Door.PLAIN), mail(evil, "a@example.org"), WITHIN);

            MimeMessage mail = office.mails.getFirst();
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getHeader("X")).isNull();
            assertThat(mail.getSubject())
                    .isEqualTo("disk full Bcc: all@example.org body X: y Z: w");
            assertThat(office.recipients).containsExactly("a@example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b\r\nBcc: c@d", "<a@b>", "a@b,c@d", "", "a b@c"})
    void what_is_no_address_is_refused_at_once(String address) {
        assertThatThrownBy(() -> mail("x", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_server_without_starttls_is_told_nothing() throws Exception {
        try (PostOffice office = new PostOffice(Door.PLAIN, false)) {
            MailServer server =
                    new MailServer("127.0.0.1", office.port(), Security.STARTTLS, LOGIN);

            MailResult result = mailer.send(server, mail("a@example.org"), WITHIN);

            assertThat(result).isInstanceOf(NotTaken.class);
            assertThat(office.recipients).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_certificate_that_nobody_vouches_for_ends_it(Door door) throws Exception {
        try (PostOffice office = new PostOffice(door, true)) {
            MailResult result = mailer.send(server(office, door), mail("a@example.org"), WITHIN);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            NotTaken.class,
                            not -> {
                                assertThat(not.step()).isEqualTo(Step.TLS);
                                assertThat(not.forGood()).isFalse();
                            });
            assertThat(office.mails).isEmpty();
        }
    }

    @Test
    void a_refused_login_is_for_good_and_keeps_the_password() throws Exception {
        try (PostOffice office = new PostOffice(Door.STARTTLS, true)) {
            Login wrong = new Login(PostOffice.USER, new Secret("hunter3-hunter3"));
            MailServer server =
                    new MailServer(
                            "127.0.0.1", office.port(), Security.STARTTLS, Optional.of(wrong));

            MailResult result = trusting(office).probe(server, WITHIN);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            NotTaken.class,
                            not -> {
                                assertThat(not.step()).isEqualTo(Step.LOGIN);
                                assertThat(not.forGood()).isTrue();
                            });
            assertThat(result.toString()).doesNotContain("hunter3");
        }
    }

    @Test
    void trying_sends_nothing() throws Exception {
        try (PostOffice office = new PostOffice(Door.TLS, true)) {
            MailResult result = trusting(office).probe(server(office, Door.TLS), WITHIN);

            assertThat(result).isEqualTo(new Taken(List.of()));
            assertThat(office.recipients).isEmpty();
            assertThat(office.mails).isEmpty();
        }
    }

    @Test
    void one_wrong_address_does_not_keep_it_from_the_others() throws Exception {
        try (PostOffice office = new PostOffice(Door.PLAIN, false)) {
            Mail mail = mail("x", "nobody@example.org", "a@example.org");

            MailResult result = mailer.send(server(office, Door.PLAIN), mail, WITHIN);

            assertThat(result).isEqualTo(new Taken(List.of("nobody@example.org")));
            assertThat(office.mails).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"nobody@example.org,true", "later@example.org,false"})
    void a_refusal_is_for_good_or_for_now(String to, boolean forGood) throws Exception {
        try (PostOffice office = new PostOffice(Door.PLAIN, false)) {
            MailResult result = mailer.send(server(office, Door.PLAIN), mail("x", to), WITHIN);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            NotTaken.class,
                            not -> {
                                assertThat(not.step()).isEqualTo(Step.ENVELOPE);
                                assertThat(not.forGood()).isEqualTo(forGood);
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void only_after_the_last_byte_may_it_have_arrived(int lines) throws Exception {
        for (boolean hangsUp : List.of(true, false)) {
            try (ScriptedServer server = new ScriptedServer(hangsUp, first(lines))) {
                MailResult result =
                        mailer.send(scripted(server), mail("a@example.org"), Duration.ofSeconds(1));

                // Five lines: the text was asked for, and heard to its end.
                if (lines == 5) {
                    assertThat(result).isInstanceOf(Unclear.class);
                } else {
                    assertThat(result)
                            .isInstanceOfSatisfying(
                                    NotTaken.class, not -> assertThat(not.forGood()).isFalse());
                }
            }
        }
    }

    @Test
    void what_was_taken_is_taken_though_the_goodbye_fails() throws Exception {
        try (ScriptedServer server = new ScriptedServer(true, TAKES_ALL)) {
            assertThat(mailer.send(scripted(server), mail("a@example.org"), WITHIN))
                    .isEqualTo(new Taken(List.of()));
        }
    }

    @Test
    void where_nobody_listens_it_certainly_did_not_leave() throws IOException {
        int port;
        try (ScriptedServer server = new ScriptedServer(true)) {
            port = server.port();
        }
        MailServer gone =
                new MailServer("127.0.0.1", port, Security.STARTTLS_IF_OFFERED, Optional.empty());

        assertThat(mailer.send(gone, mail("a@example.org"), WITHIN))
                .isEqualTo(
                        new NotTaken(Step.REACH, "connection refused by 127.0.0.1:" + port, false));
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example.org,465,TLS",
        "smtp://mail.example.org,587,STARTTLS",
        "smtp://127.0.0.1,25,STARTTLS_IF_OFFERED",
        "smtp://[::1]:2525,2525,STARTTLS_IF_OFFERED"
    })
    void an_address_says_how_it_is_kept_from_others(String address, int port, Security security) {
        MailServer server = MailServer.of(URI.create(address), Optional.empty());

        assertThat(server.port()).isEqualTo(port);
        assertThat(server.security()).isEqualTo(security);
    }

    private static String[] first(int lines) {
        return java.util.Arrays.copyOf(TAKES_ALL, lines);
    }

    private static Mailer trusting(PostOffice office) {
        return new Mailer(
                text -> text,
                InstantSource.fixed(NOW),
                Optional.of(office.trust().sslSocketFactory()));
    }

    private static MailServer scripted(ScriptedServer server) {
        return new MailServer(
                "127.0.0.1", server.port(), Security.STARTTLS_IF_OFFERED, Optional.empty());
    }

    private static MailServer server(PostOffice office, Door door) {
        Security security =
                switch (door) {
                    case PLAIN -> Security.STARTTLS_IF_OFFERED;
                    case STARTTLS -> Security.STARTTLS;
                    case TLS -> Security.TLS;
                };
        return new MailServer(
                "127.0.0.1",
                office.port(),
                security,
                door == Door.PLAIN ? Optional.empty() : LOGIN);
    }

    private static Mail mail(String to) {
        return mail("[FIRING critical] Грузится · api #42", to);
    }

    private static Mail mail(String subject, String... to) {
        return new Mail(
                "<incident-42.2@pikett>",
                Optional.of("<incident-42@pikett>"),
                "pikett@example.org",
                List.of(to),
                subject,
                "since 03:11\n🔴 ü",
                true);
    }
}

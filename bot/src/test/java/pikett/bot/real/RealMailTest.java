package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.telegram.message.Message;

/// What is told by mail lies in the mailbox of a real mail server: over TLS, after a login, and readable.
@Tag("real")
class RealMailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The shortest that the configuration takes.
    private static final Duration AFTER = Duration.ofSeconds(10);

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Programs.freePort();
    private final EximServer exim;

    RealMailTest() throws IOException {
        exim = new EximServer();
    }

    @AfterEach
    void close() throws IOException {
        exim.close();
    }

    private Site site(String routed) throws IOException {
        return site(routed, Canary.SMTP_PASSWORD.value());
    }

    private Site site(String routed, String password) throws IOException {
        String channel =
                "{ smtp: 'smtp://127.0.0.1:%d', user: %s, password: '%s', from: pikett@example.org, to: [oncall@example.org], language: "
                        .formatted(exim.port(), EximServer.USER, password);
        Site site =
                new Site(
                        folder,
                        """
                        notify:
                          group-wait: 0s
                          routes: [{ default: true, to: [%1$s] }]
                          fallback: { after: %2$ds, to: [mail-en] }
                          channels:
                            mail-en: %3$s en }
                            mail-de: %3$s de }
                            mail-ru: %3$s ru }
                        """
                                .formatted(routed, AFTER.toSeconds(), channel),
                        SiteTerms.PLAIN
                                .listening(
                                        port,
                                        "sources: { scripts: { type: pikett, bearer: '%s' } }"
                                                .formatted(Canary.SCRIPT_BEARER.value()))
                                .finding(exim.trust()));
        await().atMost(PATIENCE).until(() -> Programs.listens(port));
        return site;
    }

    private void says(String status) throws IOException, InterruptedException {
        String body =
                """
                { "status": "%s", "id": "backup", "severity": "critical", "title": "Größe 🔴 Копия не удалась",
                  "text": "Диск voll — übrig 0 B\\npassword=%s" }
                """
                        .formatted(status, Canary.JOB_OUTPUT.value());
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:%d/hooks/scripts"
                                                        .formatted(port)))
                                .header("Authorization", "Bearer " + Canary.SCRIPT_BEARER.value())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Optional<MimeMessage> mail(String subject) throws Exception {
        for (MimeMessage mail : exim.mails()) {
            if (mail.getSubject().equals(subject)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    private MimeMessage awaitMail(String subject) throws Exception {
        await().atMost(PATIENCE).until(() -> mail(subject).isPresent());
        return mail(subject).orElseThrow();
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void a_card_lies_in_the_mailbox_in_three_languages_and_its_end_beside_it() throws Exception {
        try (Site site = site("ops, mail-en, mail-de, mail-ru")) {
            says("firing");
            Map<String, String> words =
                    Map.of(
                            "FIRING critical",
                            "since",
                            "BRENNT kritisch",
                            "seit",
                            "ГОРИТ критично",
                            "с ");
            for (Map.Entry<String, String> word : words.entrySet()) {
                MimeMessage mail =
                        awaitMail("[%s] Größe 🔴 Копия не удалась #1".formatted(word.getKey()));
                assertThat(text(mail))
                        .contains(word.getValue(), "Диск voll — übrig 0 B", "password=•••");
                assertThat(mail.getHeader("Received")[0]).contains("with esmtpsa");
            }
            MimeMessage firing = awaitMail("[FIRING critical] Größe 🔴 Копия не удалась #1");

            says("resolved");
            MimeMessage over = awaitMail("[RESOLVED critical] Größe 🔴 Копия не удалась #1");
            assertThat(over.getHeader("In-Reply-To")).containsExactly(firing.getMessageID());
            assertThat(exim.mails()).as("one for each state and language").hasSize(6);

            Canaries.assertSilent(site);
            Canaries mails = new Canaries();
            mails.lookAt(exim.folder().resolve("mail"));
            mails.assertNothingFound();
        }
    }

    @Test
    void while_telegram_is_away_the_mail_comes_and_the_card_says_so_afterwards() throws Exception {
        try (Site site = site("ops")) {
            site.api().faults().always("*", Fault.reset());
            long begun = System.nanoTime();
            says("firing");

            MimeMessage mail = awaitMail("[FIRING critical] Größe 🔴 Копия не удалась #1");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(AFTER);
            assertThat(text(mail)).contains("Диск voll");
            site.api().faults().clear();

            Message card = site.inGroup(site.cast().anna()).sees("Копия не удалась", "📮");
            assertThat(card.text()).contains("so mail-en was told at");
            says("resolved");
            awaitMail("[RESOLVED critical] Größe 🔴 Копия не удалась #1");
            assertThat(exim.mails()).as("the firing once, and its end").hasSize(2);
        }
    }

    @Test
    void check_live_logs_in_and_sends_nothing_and_a_wrong_password_is_named() throws Exception {
        try (Site site = site("ops")) {
            Programs.Ended check =
                    PikettProgram.run(
                            exim.trust(), "check", "--live", "--config", site.config().toString());
            assertThat(check.output()).contains("✔ channel mail-en: takes us in");
        }
        try (Site site = site("ops", "wrong-" + Canary.SMTP_PASSWORD.value())) {
            Programs.Ended check =
                    PikettProgram.run(
                            exim.trust(), "check", "--live", "--config", site.config().toString());
            assertThat(check.output()).contains("✘ channel mail-en: login");
            Canaries said = new Canaries();
            said.lookAt("check --live", check.output());
            said.assertNothingFound();
            // Without its certificate the server is not trusted, and told nothing.
            assertThat(
                            PikettProgram.run(
                                            "check", "--live", "--config", site.config().toString())
                                    .output())
                    .contains("✘ channel mail-en: ");
        }
        assertThat(exim.mails()).isEmpty();
    }
}

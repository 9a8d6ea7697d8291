package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.message.Message;

/// Prometheus, Alertmanager and `amtool` as Debian brings them, and Pikett between them and the people.
@Tag("real")
class RealAlertmanagerTest {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String BEARER = "canary-of-alertmanager-3c5a7e9b1d2f4a60";

    @TempDir Path folder;
    private Site site;
    private Phone anna;
    private int port;
    private String pikett;

    @BeforeEach
    void open() throws IOException {
        port = Programs.freePort();
        pikett = "http://x:%s@127.0.0.1:%d".formatted(BEARER, port);
        site =
                new Site(
                        folder,
                        "hosts: { here: { local: true } }\n",
                        port,
                        "sources: { am: { type: alertmanager, bearer: '%s' } }".formatted(BEARER));
        anna = site.inGroup(site.cast().anna());
        await().atMost(MOST).until(() -> Programs.listens(port));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void prometheus_tells_pikett_as_if_it_were_its_alertmanager() throws IOException {
        int shop = Programs.freePort();
        try (PrometheusServer _ =
                new PrometheusServer(folder.resolve("prometheus"), shop, port, BEARER)) {
            Message card = anna.sees("🔴 ShopIsGone", "Nobody answers in the shop");
            assertThat(amtool(pikett, "alert", "query", "service=shop"))
                    .contains("ShopIsGone", "Nobody answers in the shop", "active");

            HttpServer answering =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), shop), 0);
            answering.createContext(
                    "/metrics",
                    exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            answering.start();
            try {
                anna.becomes(card, "✅ ShopIsGone");
            } finally {
                answering.stop(0);
            }
        }
    }

    @Test
    void amtool_and_people_make_and_end_the_same_silences() {
        amtool(pikett, "alert", "add", "alertname=ShopIsSlow", "service=shop", "severity=critical");
        anna.sees("🔴 ShopIsSlow");

        String id =
                amtool(
                                pikett,
                                "silence",
                                "add",
                                "service=~sh.*",
                                "--author=me",
                                "--comment=the shop is rebuilt",
                                "--duration=1h")
                        .strip();
        assertThat(amtool(pikett, "alert", "query")).doesNotContain("ShopIsSlow");
        assertThat(amtool(pikett, "alert", "query", "--silenced")).contains("ShopIsSlow");
        anna.ask("/silences", "service=~\"sh.*\"", "me (am)", "the shop is rebuilt");

        anna.say("/unsilence " + id);
        await().atMost(MOST).until(() -> amtool(pikett, "alert", "query").contains("ShopIsSlow"));
        assertThat(amtool(pikett, "silence", "query", "--expired"))
                .contains("service=~\"sh.*\"", "me (am)", "the shop is rebuilt");

        anna.say("/silence service=shop 2h Anna looks");
        await().atMost(MOST).until(() -> amtool(pikett, "silence", "query").contains("anna"));
        String hers = amtool(pikett, "silence", "query", "--quiet").strip();
        amtool(pikett, "silence", "expire", hers);
        assertThat(amtool(pikett, "silence", "query")).doesNotContain("anna");
        assertThat(amtool(pikett, "alert", "query")).contains("ShopIsSlow");
    }

    @Test
    void amtool_plans_a_silence_that_people_see_and_take_back() {
        Instant from = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        amtool(pikett, "alert", "add", "alertname=WareIsOut", "service=ware", "severity=critical");
        anna.sees("🔴 WareIsOut");
        String id =
                amtool(
                                pikett,
                                "silence",
                                "add",
                                "service=ware",
                                "--author=me",
                                "--comment=inventory",
                                "--start=" + from,
                                "--end=" + from.plus(Duration.ofHours(1)))
                        .strip();
        assertThat(amtool(pikett, "silence", "query")).contains("service=\"ware\"");
        assertThat(amtool(pikett, "alert", "query", "service=ware")).contains("WareIsOut");
        anna.ask("/silences", "service=\"ware\" · from ");

        anna.say("/unsilence " + id);
        await().atMost(MOST)
                .until(() -> !amtool(pikett, "silence", "query").contains("service=\"ware\""));
    }

    @Test
    void alertmanager_tells_pikett_of_its_alerts() throws IOException {
        String hook = "http://127.0.0.1:%d/hooks/am".formatted(port);
        try (AlertmanagerServer alertmanager =
                new AlertmanagerServer(folder.resolve("alertmanager"), hook, BEARER)) {
            String[] alert = {
                "alert",
                "add",
                "alertname=PaymentsFail",
                "service=shop",
                "severity=critical",
                "--annotation=summary=Half of all payments fail"
            };
            amtool(alertmanager.url(), alert);
            Message card = anna.sees("🔴 PaymentsFail", "Half of all payments fail");

            String[] over = Arrays.copyOf(alert, alert.length + 1);
            over[alert.length] = "--end=" + Instant.now();
            amtool(alertmanager.url(), over);
            anna.becomes(card, "✅ PaymentsFail");
        }
    }

    @Test
    void without_the_secret_amtool_learns_nothing() {
        List<String> line =
                List.of("amtool", "--alertmanager.url=http://127.0.0.1:" + port, "alert", "query");

        assertThat(Programs.run(Map.of("HOME", folder.toString()), line).exit()).isNotZero();
    }

    private String amtool(String url, String... arguments) {
        List<String> line = new ArrayList<>(List.of("amtool", "--alertmanager.url=" + url));
        line.addAll(List.of(arguments));
        return Programs.output(Map.of("HOME", folder.toString()), line.toArray(String[]::new));
    }
}

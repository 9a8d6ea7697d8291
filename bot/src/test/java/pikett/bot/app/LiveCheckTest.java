package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.redaction.Redactor;
import pikett.bot.channel.Hook;
import pikett.bot.channel.Mailbox;
import pikett.bot.telegram.FakeProxy;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;

/// `check --live` names the hop that fails, and gives no secret away.
final class LiveCheckTest {
    @TempDir private Path folder;

    @Test
    void every_channel_is_tried_and_nothing_is_sent() throws IOException {
        try (Playground playground = playground();
                Mailbox mailbox = new Mailbox();
                Hook hook = new Hook()) {
            String said =
                    check(
                            playground,
                            "",
                            """
                            notify:
                              channels:
                                mail: { smtp: 'smtp://%s', to: [oncall@example.org] }
                                gone: { smtp: 'smtp://127.0.0.1:%d', to: [oncall@example.org] }
                                hook: { webhook: '%s' }
                                deaf: { webhook: 'https://127.0.0.1:%d/canary-path' }
                            """
                                    .formatted(
                                            mailbox.address(),
                                            closedPort(),
                                            hook.at("/canary-path"),
                                            hook.at("/").getPort()));

            assertThat(said)
                    .contains("✔ telegram: @pikett_bot")
                    .contains("✔ channel mail: takes us in")
                    .contains("✘ channel gone: reach: connection refused by 127.0.0.1:")
                    .contains("✔ channel hook: is reached")
                    .contains("✘ channel deaf: ")
                    .doesNotContain("canary");
            assertThat(mailbox.mails()).isEmpty();
            assertThat(hook.posts()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5", "http"})
    void the_proxy_is_told_apart_from_what_is_behind_it(String scheme) throws IOException {
        try (Playground playground = playground();
                FakeProxy proxy = scheme.equals("http") ? FakeProxy.http() : FakeProxy.socks()) {
            String place = "@127.0.0.1:" + proxy.port();
            assertThat(check(playground, scheme + "://pikett:canary%20p:ss" + place, ""))
                    .contains("✔ telegram: @pikett_bot");
            assertThat(check(playground, scheme + "://pikett:canary-wrong" + place, ""))
                    .contains("✘ telegram: the proxy refuses the login")
                    .doesNotContain("canary");
            assertThat(check(playground, scheme + "://127.0.0.1:" + closedPort(), ""))
                    .contains("✘ telegram: the proxy is not reached: connection refused");
        }
    }

    @Test
    void without_a_proxy_it_is_telegram_that_is_not_reached() throws IOException {
        Playground playground = playground();
        playground.close();
        assertThat(check(playground, "", "")).contains("✘ telegram: it was not reached");
    }

    private static Playground playground() {
        return Playground.start(
                PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    private String check(Playground playground, String proxy, String sections) throws IOException {
        Path file = folder.resolve("pikett.yaml");
        Files.writeString(
                file,
                """
                telegram:
                  token: '%s'
                  api-url: %s
                  %s
                people: { anna: { telegram: 111222333, role: admin } }
                storage: { url: 'jdbc:sqlite:%s' }
                %s
                """
                        .formatted(
                                playground.api().token(),
                                playground.api().address(),
                                proxy.isEmpty() ? "" : "proxy: '" + proxy + "'",
                                folder.resolve("pikett.db"),
                                sections));
        ConfigResult.Loaded loaded =
                (ConfigResult.Loaded) new ConfigReader(new ThisProcess()).read(file);
        Redactor redactor = Redactor.of(loaded.secrets());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new LiveCheck(
                        new ConfigOption.Usable(loaded.config(), redactor, loaded.effective()),
                        Ground.real(),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .passed();
        return said.toString(StandardCharsets.UTF_8);
    }
}

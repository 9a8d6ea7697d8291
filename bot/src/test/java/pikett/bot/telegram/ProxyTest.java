package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.bot.telegram.EdgeDesk.soon;

import java.net.Authenticator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.telegram.PollHealth.State;
import pikett.config.Secret;

/// Where Telegram is reached only through a proxy that wants a name and a password.
final class ProxyTest {
    private static final String ENCODED = "canary%20p:ss";

    @TempDir Path folder;
    private EdgeDesk desk;

    @BeforeEach
    void open() {
        desk = new EdgeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void pollsAndSendsThroughSocks() throws Exception {
        try (FakeProxy proxy = FakeProxy.socks()) {
            pollsAndSendsThrough(proxy, "socks5://pikett:" + ENCODED + "@127.0.0.1:");
        }
    }

    @Test
    void pollsAndSendsThroughHttp() throws Exception {
        try (FakeProxy proxy = FakeProxy.http()) {
            pollsAndSendsThrough(proxy, "http://pikett:" + ENCODED + "@127.0.0.1:");
        }
    }

    private void pollsAndSendsThrough(FakeProxy proxy, String address) {
        TelegramEndpoint endpoint = endpoint(desk.server.address(), address + proxy.port());
        TelegramEdge edge = desk.start(endpoint, desk.handedOver);
        desk.annaSays("through the proxy");
        soon().until(() -> desk.handedOver.texts().contains("through the proxy"));
        assertThat(edge.health().state()).isEqualTo(State.POLLING);
        // Polls have a client of their own, calls another.
        assertThat(edge.identity()).isPresent();
        assertThat(proxy.reached).hasSizeGreaterThanOrEqualTo(2);
        assertThat(proxy.reached).containsOnly("127.0.0.1:" + desk.server.port());
    }

    @Test
    void aWrongPasswordIsRefusedAndNotShown() throws Exception {
        for (String scheme : new String[] {"socks5", "http"}) {
            try (FakeProxy proxy = scheme.equals("http") ? FakeProxy.http() : FakeProxy.socks();
                    BotApi api =
                            new BotApi(
                                    endpoint(
                                            desk.server.address(),
                                            scheme
                                                    + "://pikett:canary-wrong@127.0.0.1:"
                                                    + proxy.port()),
                                    Duration.ofSeconds(5))) {
                CallResult<BotIdentity> result = api.whoAmI();
                assertThat(result).isInstanceOf(CallResult.Failed.class);
                assertThat(result.toString()).doesNotContain("canary");
                assertThat(proxy.refused).isNotEmpty();
                assertThat(proxy.reached).isEmpty();
            }
        }
    }

    @Test
    void encryptedCallsAskForATunnelWithTheLogin() throws Exception {
        try (FakeProxy proxy = FakeProxy.http();
                BotApi api =
                        new BotApi(
                                endpoint(
                                        URI.create("https://telegram.invalid"),
                                        "http://pikett:" + ENCODED + "@127.0.0.1:" + proxy.port()),
                                Duration.ofSeconds(5))) {
            assertThat(api.whoAmI()).isInstanceOf(CallResult.Failed.class);
            assertThat(proxy.reached).containsExactly("telegram.invalid:443");
        }
    }

    /// The JDK has one authenticator for all; a session of polling after the other must not make a
    /// chain of them.
    @Test
    void manySessionsLeaveOneAuthenticator() {
        TelegramEndpoint endpoint =
                endpoint(desk.server.address(), "socks5://pikett:" + ENCODED + "@127.0.0.1:1");
        new BotApi(endpoint, Duration.ofSeconds(1)).close();
        Authenticator first = Authenticator.getDefault();
        new BotApi(endpoint, Duration.ofSeconds(1)).close();
        assertThat(Authenticator.getDefault()).isSameAs(first);
    }

    private static TelegramEndpoint endpoint(URI api, String proxy) {
        return new TelegramEndpoint(
                api, new Secret(EdgeDesk.TOKEN), Optional.of(new Secret(proxy)));
    }
}

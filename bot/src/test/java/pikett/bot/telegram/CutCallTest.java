package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.card.RichText;
import pikett.bot.chaos.TcpProxy;
import pikett.bot.chaos.TcpProxy.Trouble;

/// F6: the line to Telegram is cut at every byte, either way. What may have arrived is never called unsent,
/// and nothing is called sent that was not.
class CutCallTest {
    private static final int LONGEST = 5_000;

    @TempDir Path folder;
    private EdgeDesk desk;
    private TcpProxy line;
    private BotApi api;

    @BeforeEach
    void open() throws IOException {
        desk = new EdgeDesk(folder);
        line = new TcpProxy(desk.server.address().getPort());
        api = api(Duration.ofSeconds(5));
    }

    private BotApi api(Duration deadline) {
        return new BotApi(
                EdgeDesk.endpoint(URI.create("http://127.0.0.1:" + line.port())), deadline);
    }

    @AfterEach
    void close() throws IOException {
        api.close();
        line.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutOnTheWayThere(boolean reset) {
        int whole =
                sweep(bytes ->
                        line.trouble(new Trouble.CutAfter(bytes, reset), new Trouble.None()));
        assertThat(whole).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutOnTheWayBack(boolean reset) {
        int whole =
                sweep(bytes ->
                        line.trouble(new Trouble.None(), new Trouble.CutAfter(bytes, reset)));
        assertThat(whole).isGreaterThan(100);
    }

    @Test
    void aLineThatFallsSilentEitherWayIsUnclearAtTheDeadline() {
        api.close();
        api = api(Duration.ofSeconds(1));
        line.trouble(new Trouble.StallAfter(200), new Trouble.None());
        assertThat(send("silent there")).isInstanceOf(CallResult.Failed.class);
        assertThat(arrived("silent there")).isFalse();

        line.trouble(new Trouble.None(), new Trouble.StallAfter(50));
        assertThat(failure(send("silent back"))).containsInstanceOf(CallFailure.Unclear.class);
        assertThat(arrived("silent back")).isTrue();
    }

    private interface Cut {
        void after(int bytes);
    }

    /// @return how many bytes it takes for the call to succeed
    private int sweep(Cut cut) {
        for (int bytes = 0; bytes < LONGEST; bytes++) {
            cut.after(bytes);
            String text = "cut after %d bytes".formatted(bytes);
            CallResult<Integer> result = send(text);
            boolean arrived = arrived(text);
            if (result instanceof CallResult.Done<Integer>) {
                assertThat(arrived).as(text).isTrue();
                return bytes;
            }
            if (arrived) {
                assertThat(failure(result)).as(text).containsInstanceOf(CallFailure.Unclear.class);
            }
        }
        throw new AssertionError("no call succeeded");
    }

    private CallResult<Integer> send(String text) {
        return api.send(
                new Outgoing(
                        desk.ops.id().value(),
                        Optional.empty(),
                        new RichText(text, List.of()),
                        List.of(),
                        false));
    }

    private boolean arrived(String text) {
        return desk.cloud.messages(desk.ops.id()).stream()
                .anyMatch(message -> message.text().equals(text));
    }

    private static Optional<CallFailure> failure(CallResult<Integer> result) {
        return result instanceof CallResult.Failed<Integer>(CallFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }
}

package pikett.bot.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.evidence.HealthPart.State;

final class HealthBodyTest {
    @Test
    void aBodyIsOpenedUpPartByPart() {
        HealthBody body =
                HealthBody.read(
                        """
                        {"status":"degraded","uptime":120.5,
                         "redis":{"status":"connected","latencyMs":3},
                         "database":"ok",
                         "whatsapp":{"session":{"connected":null},"lastActivity":"undefined minutes ago"},
                         "queue":{"waiting":162,"healthy":false},
                         "memory":{"rss":{"mb":210}},
                         "tags":["a","b"]}\
                        """);
        assertThat(body.readable()).isTrue();
        assertThat(body.overall()).contains(State.DEGRADED);
        assertThat(body.parts())
                .containsExactly(
                        new HealthPart("uptime", State.VALUE, "120.5"),
                        new HealthPart("redis", State.WELL, "connected, latencyMs 3"),
                        new HealthPart("database", State.WELL, "ok"),
                        new HealthPart("whatsapp.session.connected", State.UNKNOWN, ""),
                        new HealthPart("whatsapp.lastActivity", State.UNKNOWN, ""),
                        new HealthPart("queue", State.UNWELL, "waiting 162"),
                        new HealthPart("memory.rss.mb", State.VALUE, "210"),
                        new HealthPart("tags", State.VALUE, "[2]"));
    }

    @ParameterizedTest
    @CsvSource({
        "null, UNKNOWN",
        "'\"\"', UNKNOWN",
        "'\"undefined\"', UNKNOWN",
        "'\"undefined minutes ago\"', UNKNOWN",
        "'\"NaN s\"', UNKNOWN",
        "'\"Invalid Date\"', UNKNOWN",
        "'\"unknown\"', UNKNOWN",
        "'\"disconnected\"', UNWELL",
        "'\"Connected\"', WELL",
        "'\"annulled\"', VALUE",
        "true, WELL",
        "false, UNWELL",
        "0, VALUE"
    })
    void whatIsNotThereIsUnknownAndNotDown(String value, State state) {
        HealthBody body = HealthBody.read("{\"session\":" + value + "}");
        assertThat(body.parts().getFirst().state()).isEqualTo(state);
        if (state == State.UNKNOWN) {
            assertThat(body.parts().getFirst().detail()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "<html>502</html>", "[1]", "\"up\"", "{\"a\":", "null"})
    void whatIsNotAnObjectHasNoParts(String body) {
        assertThat(HealthBody.read(body).readable()).isFalse();
        assertThat(HealthBody.read(body).parts()).isEmpty();
    }

    @Test
    void aBodyThatIsTooDeepOrTooLongIsHarmless() {
        assertThat(HealthBody.read("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)).readable())
                .isFalse();
        StringBuilder wide = new StringBuilder("{\"x\":1");
        for (int i = 0; i < 5000; i++) {
            wide.append(",\"k").append(i).append("\":").append(i);
        }
        assertThat(HealthBody.read(wide.append('}').toString()).parts()).hasSize(40);
    }

    @Test
    void aValueOfAQuarterOfAMegabyteTakesNoLongerThanReadingIt() {
        String body = "{\"status\":\"" + "null ".repeat(50_000) + "\\nx\"}";

        HealthBody read =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> HealthBody.read(body));

        assertThat(read.overall()).contains(State.UNKNOWN);
    }
}

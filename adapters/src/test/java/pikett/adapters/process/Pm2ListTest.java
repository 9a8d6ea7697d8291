package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pm2ListTest {
    private static final String ONE =
            "[{\"name\":\"api\",\"pm_id\":4,\"pm2_env\":{\"status\":\"online\"}}]";

    @Test
    void readsTheListBetweenBannersAndAdvice() {
        List<Pm2Process> list = Pm2List.parse(Fixtures.text("pm2-jlist.txt")).orElseThrow();

        assertThat(list)
                .extracting(Pm2Process::name)
                .containsExactly(
                        "ai-admin-api",
                        "ai-admin-worker-v2",
                        "whatsapp-session",
                        "reports",
                        "web",
                        "web",
                        "backoff",
                        "fresh");
        Pm2Process api = list.getFirst();
        assertThat(api.status()).isEqualTo("online");
        assertThat(api.restarts()).isEqualTo(OptionalInt.of(283));
        assertThat(api.exitCode()).isEqualTo(OptionalInt.of(1));
        assertThat(api.startedAt()).contains(Instant.parse("2026-11-03T14:06:58Z"));
        assertThat(api.memoryBytes()).hasValue(88_080_384);
        assertThat(api.cpuPercent()).hasValue(12.5);
        assertThat(api.errorLog()).contains("/home/deploy/.pm2/logs/ai-admin-api-error.log");
    }

    @Test
    void keepsNothingOfTheEnvironment() {
        List<Pm2Process> list = Pm2List.parse(Fixtures.text("pm2-jlist.txt")).orElseThrow();

        assertThat(Fixtures.text("pm2-jlist.txt")).contains("hunter2");
        assertThat(list.toString()).doesNotContain("hunter2", "REDIS_PASSWORD", "PATH");
    }

    @Test
    void anEmptyListIsAList() {
        assertThat(Pm2List.parse("[PM2] PM2 Successfully daemonized\n[]\n")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[PM2] hello\n%s",
                "[] \n%s\n[]",
                "[ { not json } ]\n%s",
                "[{\"name\":\"no process\"}]%s trailing words"
            })
    void findsTheListAmongBrackets(String noise) {
        assertThat(Pm2List.parse(noise.formatted(ONE)).orElseThrow())
                .extracting(Pm2Process::id)
                .containsExactly(4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no list",
                "[PM2]",
                "[{",
                "[{\"name\":\"api\",\"pm_id\":4,\"pm2_env\":{\"status\":\"online\"}}",
                "[{\"name\":\"api\",\"pm_id\":4,\"pm2_env\":{\"status\":\"onl",
                "[{\"name\":\"api\",\"pm_id\":4}]",
                "[{\"pm_id\":4,\"pm2_env\":{\"status\":\"online\"}}]",
                "{\"name\":\"api\"}"
            })
    void aTextWithoutACompleteListIsNone(String text) {
        assertThat(Pm2List.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "2147483648",
                "9223372036854775807",
                "1e300",
                "\"\"",
                "\"all\"",
                "null"
            })
    void aNumberThatIsNoneMakesTheListNone(String id) {
        String hostile = ONE.replace("\"pm_id\":4", "\"pm_id\":" + id);

        assertThat(Pm2List.parse(hostile)).isEmpty();
    }

    @Test
    void aNumberThatStandsTwiceMakesTheListNone() {
        String twice = ONE.replace("]", "," + ONE.substring(1).replace("api", "other"));

        assertThat(Pm2List.parse(twice)).isEmpty();
        assertThat(Pm2List.parse(twice.replaceFirst("\"pm_id\":4", "\"pm_id\":5")).orElseThrow())
                .extracting(Pm2Process::id)
                .containsExactly(5L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775807", "1e300", "-1e300", "\"x\"", "[]", "{}"})
    void valuesThatCannotBeTrueAreAbsent(String value) {
        String hostile =
                """
                [{"name":"api","pm_id":4,"monit":{"memory":VALUE,"cpu":VALUE},"pm2_env":{"status":"online",
                  "pm_uptime":VALUE,"created_at":VALUE,"exit_code":VALUE,"kill_timeout":VALUE}}]
                """
                        .replace("VALUE", value);

        Pm2Process process = Pm2List.parse(hostile).orElseThrow().getFirst();

        assertThat(process.startedAt()).isEmpty();
        assertThat(process.seriesSince()).isEmpty();
        assertThat(process.exitCode()).isEmpty();
        assertThat(process.memoryBytes()).isEmpty();
        assertThat(process.cpuPercent()).isEmpty();
        assertThat(process.killTimeout()).isLessThan(Duration.ofHours(1));
        assertThat(process.endedByItself()).isFalse();
    }

    @Test
    void brokenListsAreNotSearchedForEver() {
        assertThat(Pm2List.parse("[{".repeat(200_000))).isEmpty();
    }
}

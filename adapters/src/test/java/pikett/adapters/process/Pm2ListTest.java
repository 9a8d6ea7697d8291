package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void brokenListsAreNotSearchedForEver() {
        assertThat(Pm2List.parse("[{".repeat(200_000))).isEmpty();
    }
}

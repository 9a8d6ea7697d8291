package pikett.config.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.config.condition.Parse;

class ConditionTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "PROCESS|down or looping or failed",
                "PROCESS|state == 'looping' and uptime < 5m",
                "PROCESS|restarts > 3 in 10m",
                "PROCESS|cpu > 150% or memory > 512MiB or exit != 0",
                "HEALTH|status != 200",
                "HEALTH|body.status == 'unhealthy'",
                "HEALTH|body.queue.depth > 10 in 5m",
                "HEALTH|not body.ready",
                "HTTP|body != 'ok' or header('Server') == 'Caddy'",
                "HTTP|certificate < 14d or latency > 5s or failed",
                "TCP|failed or latency > 1s",
                "HOST|unreachable",
                "HOST|disk('/') > 95% or memory > 97%",
                "HOST|load > 2.0 per cpu or load > 8 or cpus < 2",
                "QUEUE|waiting > 500 or oldest > 15m or failed > 20 in 10m",
                "QUEUE|paused and workers == 0",
                "COMMAND|exit != 0 or age(stdout) > 26h",
                "COMMAND|number(stdout) > 5 or stdout == 'down'",
                "LOGS|lines('dial tcp .* connection refused') > 3 in 5m",
                "PROMETHEUS|value > 5 or count < 2",
                "METRICS|ticket_channel_status == 0",
                "METRICS|process_resident_memory_bytes{job=\"api\"} > 512MiB or failed"
            })
    void whatAProbeOffersFits(ProbeKind kind, String text) {
        assertThat(ConditionTypes.read(text, kind)).isInstanceOf(Parse.Understood.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "QUEUE|paused and wating > 5|12|`wating` is not offered here|did you mean `waiting`?",
                "TCP|status == 200|1|`status` is not offered here|known are: failed, latency",
                "QUEUE|not waiting|5|`waiting` is a number, and nothing is said|plain number",
                "QUEUE|paused == 1|1|cannot be compared by == with 1|write it alone",
                "QUEUE|paused or waiting > 5m|11|cannot be compared by > with 5m|plain number",
                "QUEUE|waiting > 2 per cpu|1|with 2 per cpu|plain number",
                "QUEUE|oldest > 15|1|`oldest` is a length of time|a duration such as 5s",
                "QUEUE|paused and oldest > 15m in 5m|12|cannot be looked at over a time|remove `in`",
                "HOST|memory > 512MiB|1|`memory` is a share|a percentage",
                "HOST|disk > 95%|1|`disk` does not say of what|disk('/')",
                "HOST|disk('data') > 95%|1|does not say of what|disk('/')",
                "HOST|unreachable('/')|1|`unreachable` is asked nothing|remove the parentheses",
                "PROCESS|memory > 90%|1|`memory` is a size|512MiB",
                "PROCESS|failed or state == 'loping'|11|`state` is never 'loping'|did you mean `looping`?",
                "PROCESS|state > 'up'|1|cannot be compared by >|use == or !=",
                "PROCESS|state.name == 'up'|1|`state.name` cannot be opened|write `state` without",
                "HTTP|body.a('x') == 1|1|cannot be opened|write `body` without",
                "HTTP|body.a < 'x'|1|cannot be compared by <|by == or != with a text",
                "HTTP|header('a b') == 'x'|1|does not say of what|header('Server')",
                "HTTP|status{a=\"b\"} == 200|1|`status` has no labels|in braces",
                "COMMAND|age(stderr) > 1h|1|does not say of what|age(stdout)",
                "LOGS|failed or lines('(') > 3 in 5m|11|not a regular expression: unclosed|lines('refused')",
                "LOGS|lines(x) > 3|1|does not say of what|lines('refused')",
                "METRICS|up|1|nothing is said about it|compare it with a number",
                "METRICS|up == 'x'|1|cannot be compared|compare it with a number",
                "METRICS|failed > 3|1|`failed` is true or false|write it alone",
                "QUEUE|waiting >|10|is missing here|waiting > 100"
            })
    void whatItDoesNotOfferIsRefusedInItsPlace(
            ProbeKind kind, String text, int column, String what, String wayOut) {
        assertThat(ConditionTypes.read(text, kind))
                .isInstanceOfSatisfying(
                        Parse.Mistake.class,
                        mistake -> {
                            assertThat(mistake.column()).isEqualTo(column);
                            assertThat(mistake.what()).contains(what);
                            assertThat(mistake.wayOut()).contains(wayOut);
                        });
    }

    /// A queue counts its failed jobs under that name; a machine that cannot be read is unreachable.
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"QUEUE", "HOST"})
    void everyProbeSaysThatItFailed(ProbeKind kind) {
        assertThat(ConditionTypes.read("failed", kind)).isInstanceOf(Parse.Understood.class);
    }

    @Test
    void aWindowOverLogLinesIsASumAndOverLevelsAnIncrease() {
        assertThat(ProbeKind.LOGS.offer().values())
                .hasEntrySatisfying(
                        "lines", lines -> assertThat(lines.window()).isEqualTo(Offered.Window.SUM));
        assertThat(ProbeKind.QUEUE.offer().values())
                .hasEntrySatisfying(
                        "failed",
                        failed -> assertThat(failed.window()).isEqualTo(Offered.Window.INCREASE));
    }
}

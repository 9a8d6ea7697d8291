package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pikett.alerts.exposition.Exposition;
import pikett.alerts.exposition.MetricLine;

/// Whatever a program or a Prometheus answers when its metrics are read: they are read, or it is said that
/// they cannot be.
final class AnswerFuzzTest {
    @FuzzTest
    void metrics(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        assertThat(QueryAnswer.read(text)).isNotNull();
        switch (Exposition.read(text, _ -> true)) {
            case Exposition.Lines(List<MetricLine> lines) ->
                    assertThat(lines)
                            .allSatisfy(line -> assertThat(line.metric()).isNotBlank())
                            .hasSizeLessThanOrEqualTo(Exposition.MOST_LINES);
            case Exposition.Malformed(int number, String begins) -> {
                assertThat(number).isBetween(1, body.length);
                assertThat(begins).hasSizeLessThanOrEqualTo(80);
            }
            case Exposition.TooMany() ->
                    assertThat(body.length).isGreaterThan(Exposition.MOST_LINES);
        }
        List<String> lines = text.lines().toList();
        List<String> before = lines.subList(0, lines.size() / 2);
        assertThat(new LogMark(before).seenOf(lines)).isBetween(0, lines.size());
        assertThat(new LogMark(lines).seenOf(lines)).isEqualTo(lines.size());
    }
}

package pikett.alerts.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.exposition.Exposition.Lines;
import pikett.alerts.exposition.Exposition.Malformed;
import pikett.alerts.label.Labels;

final class ExpositionTest {
    @Test
    void aPageOfAProgramIsRead() {
        assertThat(
                        lines(
                                """
                                # HELP jobs_total Jobs that were \\"done\\" {and} more.
                                # TYPE jobs_total counter
                                jobs_total{queue="mail",state="done"} 1027 1763726400000
                                jobs_total{queue="mail",state="failed"} 3 1763726400000

                                # only a remark
                                #TYPE strange
                                up 1
                                node:load:avg5 0.25
                                """))
                .containsExactly(
                        line("jobs_total", Map.of("queue", "mail", "state", "done"), 1027),
                        line("jobs_total", Map.of("queue", "mail", "state", "failed"), 3),
                        line("up", Map.of(), 1),
                        line("node:load:avg5", Map.of(), 0.25));
    }

    @Test
    void aHistogramIsItsLines() {
        assertThat(
                        lines(
                                """
                                took_bucket{le="0.5"} 24054
                                took_bucket{le="+Inf"} 144320
                                took_sum 53423
                                took_count 144320\
                                """))
                .extracting(MetricLine::metric)
                .containsExactly("took_bucket", "took_bucket", "took_sum", "took_count");
    }

    @Test
    void inALabelTheThreeEscapesAreUndone() {
        assertThat(
                        lines(
                                "m{path=\"C:\\\\DIR\\\\\",said=\"a\\n\\\"b\\\"\",other=\"ключ {,}# = 1\"} 1"))
                .containsExactly(
                        line(
                                "m",
                                Map.of(
                                        "path",
                                        "C:\\DIR\\",
                                        "said",
                                        "a\n\"b\"",
                                        "other",
                                        "ключ {,}# = 1"),
                                1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m{a=\"b\"} 1",
                "m{a=\"b\",} 1",
                "m{a=\"b\"}1",
                "  m \t{ a = \"b\" , } \t 1\t",
                "m{a=\"b\"} 1 -1395066363000",
                "m{a=\"b\"} 1 1520879607.789",
                "m{a=\"b\"} 1 # {trace_id=\"x\"} 0.67",
                "m{a=\"b\"} 1 1520879607.789 # {trace_id=\"x\"} 0.67 1520879607.789",
                "m{a=\"b\"} 1\r",
                "m{a=\"b\",c=\"\"} 1"
            })
    void theSameLineMayBeWrittenInManyWays(String text) {
        assertThat(lines(text)).containsExactly(line("m", Map.of("a", "b"), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.5, -1.5",
        "+.5, 0.5",
        "1., 1",
        "1.458255915e9, 1.458255915E9",
        "3E-2, 0.03",
        "NaN, NaN",
        "nan, NaN",
        "+Inf, Infinity",
        "Inf, Infinity",
        "-inf, -Infinity",
        "1e999, Infinity"
    })
    void numbersAreThoseOfPrometheus(String text, double number) {
        assertThat(lines("m " + text)).extracting(MetricLine::value).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m",
                "m ",
                "m{} ",
                "1m 1",
                "m-n 1",
                "m+1",
                "m 1d",
                "m 0x1p3",
                "m 1,5",
                "m one",
                "m -NaN",
                "m 1 soon",
                "m 1 2 3",
                "m{a=\"b\" 1",
                "m{a=\"b} 1",
                "m{a=b} 1",
                "m{a:b=\"c\"} 1",
                "m{1a=\"c\"} 1",
                "m{a=\"b\" c=\"d\"} 1",
                "m{,} 1",
                "m{a=\"b\",,} 1",
                "m{a=\"b\",a=\"c\"} 1",
                "m{a=\"\\t\"} 1",
                "m{a=\"\\",
                "{a=\"b\"} 1",
                "<html>",
                "{\"status\":\"ok\"}"
            })
    void aLineThatIsNotOfTheFormatIsSaidByItsNumber(String text) {
        assertThat(Exposition.read("up 1\n\n# remark\n" + text + "\nup 2\n", _ -> true))
                .isEqualTo(new Malformed(4, text.strip()));
    }

    @Test
    void ofALongLineOnlyTheBeginningIsSaid() {
        assertThat(Exposition.read("m " + "x".repeat(10_000), _ -> true))
                .isEqualTo(new Malformed(1, "m " + "x".repeat(78)));
    }

    @Test
    void aLineThatNobodyAskedForMustBeOfTheFormatToo() {
        assertThat(Exposition.read("a 1\nb one\n", "a"::equals))
                .isEqualTo(new Malformed(2, "b one"));
    }

    @Test
    void onlyWhatWasAskedForIsKept() {
        assertThat(Exposition.read("a 1\nb 2\na{x=\"y\"} 3\n", "a"::equals))
                .isEqualTo(
                        new Lines(List.of(line("a", Map.of(), 1), line("a", Map.of("x", "y"), 3))));
    }

    @Test
    void behindTheEndOfOpenMetricsNothingFollows() {
        assertThat(lines("# TYPE a counter\n# UNIT a seconds\na_total 1\n# EOF\n")).hasSize(1);
        assertThat(Exposition.read("a 1\n# EOF\na 2\n", _ -> true))
                .isEqualTo(new Malformed(3, "a 2"));
        assertThat(Exposition.read("a 1\n# EOF\n# more\n", _ -> true))
                .isEqualTo(new Malformed(3, "# more"));
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertThat(lines("# TYPE a gauge\r\na 1\r\n\r\na{x=\"y\"} 2\r\n")).hasSize(2);
    }

    @Test
    void nothingIsNothing() {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    @Test
    void thereIsAMostOfLines() {
        String most = "a 1\n".repeat(Exposition.MOST_LINES);
        assertThat(lines(most)).hasSize(Exposition.MOST_LINES);
        assertThat(Exposition.read(most + "a 1\n", "b"::equals))
                .isEqualTo(new Exposition.TooMany());
    }

    @Test
    void aLabelMayBeAsLongAsThePage() {
        String escapes = "\\n".repeat(1_000_000);
        assertThat(lines("m{a=\"" + escapes + "\"} 1")).hasSize(1);
    }

    private static List<MetricLine> lines(String text) {
        assertThat(Exposition.read(text, _ -> true)).isInstanceOf(Lines.class);
        return ((Lines) Exposition.read(text, _ -> true)).lines();
    }

    private static MetricLine line(String metric, Map<String, String> labels, double value) {
        return new MetricLine(metric, Labels.of(labels), value);
    }
}

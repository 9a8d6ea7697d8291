package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.config.PikettConfig;
import pikett.config.condition.Parse;
import pikett.config.offer.ConditionTypes;
import pikett.config.offer.Offer;
import pikett.config.offer.Offered;
import pikett.config.offer.ProbeKind;
import pikett.config.offer.ValueType;

/// Holds `docs/conditions.md` against what the program does.
class ConditionsDocumentTest {
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String PEOPLE =
            """
            telegram: { token: '1:a' }
            people: { anna: { telegram: 111222333, role: admin } }
            """;

    private String document = "";

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("../docs/conditions.md"));
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfAKindIsWhatItOffers(ProbeKind kind) {
        List<List<String>> rows = table(after("### " + heading(kind)));

        assertThat(rows.stream().map(row -> row.subList(0, 3)))
                .containsExactlyInAnyOrderElementsOf(offered(kind.offer()));
        assertThat(rows).allSatisfy(row -> assertThat(row.get(3)).isNotBlank());
        assertThat(kind.offer().values().values().stream().flatMap(each -> each.words().stream()))
                .allSatisfy(word -> assertThat(rows.toString()).contains("`" + word + "`"));
    }

    @Test
    void everyTableBelongsToAKind() {
        assertThat(document.lines().filter(line -> line.startsWith("### ")))
                .hasSameElementsAs(
                        Stream.of(ProbeKind.values()).map(kind -> "### " + heading(kind)).toList());
    }

    @Test
    void everyTypeIsExplained() {
        assertThat(table(after("## How it is written")).stream().map(List::getFirst))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ValueType.values())
                                .map(ConditionsDocumentTest::words)
                                .distinct()
                                .toList());
    }

    @Test
    void everyExampleIsUnderstood() {
        List<List<String>> rows = table(after("## Examples"));

        assertThat(rows).hasSizeGreaterThan(12);
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(
                                        ConditionTypes.read(
                                                code(row.get(1)),
                                                ProbeKind.valueOf(
                                                        row.get(0).toUpperCase(Locale.ROOT))))
                                .isInstanceOf(Parse.Understood.class));
        assertThat(rows.stream().map(List::getFirst).distinct().count())
                .isEqualTo(ProbeKind.values().length - 1L);
    }

    @Test
    void whatIsShownOfTheFileLoads() {
        assertThat(fragments()).hasSize(2).allSatisfy(ConditionsDocumentTest::load);
    }

    @Test
    void whatIsCalledTheDefaultIsTheDefault() {
        String written = fragments().getLast();
        String unwritten =
                written.lines()
                        .filter(line -> !line.matches(" *((critical|warning)-when:|- ).*"))
                        .filter(line -> !line.matches("(host-checks|check-defaults):.*"))
                        .reduce("", (all, line) -> all + line + "\n");

        assertThat(unwritten).doesNotContain("when", "every");
        assertThat(load(written)).isEqualTo(load(unwritten));
    }

    private List<String> fragments() {
        Matcher found = YAML.matcher(document);
        List<String> fragments = new ArrayList<>();
        while (found.find()) {
            fragments.add(found.group(1));
        }
        return fragments;
    }

    private static PikettConfig load(String fragment) {
        ConfigResult result =
                new ConfigReader(PlannedSurroundings.USUAL)
                        .read(
                                "conditions.md",
                                (PEOPLE + fragment).getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
        return ((ConfigResult.Loaded) result).config();
    }

    private String after(String heading) {
        int at = document.indexOf("\n" + heading + "\n");
        assertThat(at).as(heading).isPositive();
        return document.substring(at);
    }

    /// The cells of the first table, without its head.
    private static List<List<String>> table(String text) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1))
                .toList();
    }

    private static List<List<String>> offered(Offer offer) {
        List<List<String>> rows = new ArrayList<>();
        offer.values()
                .forEach((name, offered) ->
                        rows.add(
                                List.of(
                                        "`" + name + asked(offered.argument()) + "`",
                                        words(offered.type()),
                                        words(offered.window()))));
        if (offer.documents()) {
            rows.add(List.of("`body.a.b`", words(ValueType.DOCUMENT), "rise"));
        }
        if (offer.metrics()) {
            rows.add(List.of("`name{label=\"value\"}`", words(ValueType.MEASURE), "rise"));
        }
        return rows;
    }

    private static String heading(ProbeKind kind) {
        return switch (kind) {
            case PROCESS -> "What `services` bring by themselves";
            case HEALTH, HTTP -> "`checks: http`, and `health` of a service";
            case TCP -> "`checks: tcp`";
            case HOST -> "`host-checks`, and `checks` of a host";
            case QUEUE -> "`queues`";
            case COMMAND -> "`checks: command`";
            case LOGS -> "`checks: logs`";
            case PROMETHEUS -> "`checks: prometheus`";
            case METRICS -> "`checks: metrics`";
        };
    }

    private static String asked(Offered.Argument argument) {
        return switch (argument) {
            case NONE -> "";
            case MOUNT -> "('/')";
            case HEADER -> "('Server')";
            case PATTERN -> "('refused')";
            case OUTPUT -> "(stdout)";
        };
    }

    private static String words(Offered.Window window) {
        return switch (window) {
            case NONE -> "";
            case INCREASE -> "rise";
            case SUM -> "count";
        };
    }

    private static String words(ValueType type) {
        return switch (type) {
            case FLAG -> "yes or no";
            case COUNT -> "number";
            case LOAD -> "load";
            case SHARE -> "percentage";
            case TIME -> "duration";
            case SIZE -> "size";
            case MEASURE -> "number of any unit";
            case TEXT -> "text";
            case DOCUMENT -> "whatever the document holds";
        };
    }

    private static String code(String cell) {
        Matcher found = CODE.matcher(cell);
        assertThat(found.matches()).as(cell).isTrue();
        return found.group(1);
    }
}

package pikett.config.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {
    private static final List<String> LEAVES =
            List.of(
                    "failed",
                    "waiting > 100",
                    "disk('/') > 95%",
                    "age(stdout) > 26h",
                    "lines('it''s') > 3 in 5m",
                    "load >= 2.0 per cpu",
                    "memory <= 512MiB",
                    "body.status != 'unhealthy'",
                    "up{a=\"b\",job=\"api\"} == 0",
                    "up{a=\"b\\\"c\\\\d\"} == 0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed > 20 in 10m",
                "a and b or not (c or d)",
                "(a and b) and c",
                "not not a",
                "lines('dial tcp .* connection refused') > 3 in 5m"
            })
    void isWrittenAsItWasRead(String text) {
        assertThat(ConditionText.of(understood(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "waiting >|10",
                "waiting > 5 minutes|13",
                "waiting > 5x|11",
                "disk('/|6",
                "a and|6",
                "(a|3",
                "a # b|3",
                "failed > 2 in 5|15",
                "failed > 2 in 0s|15",
                "and|1",
                "up{a=\"b\\\"} > 0|6",
                "up{a=\"b\",a=\"c\"} > 0|10"
            })
    void aMistakeHasItsColumn(String text, int column) {
        assertThat(ConditionParser.parse(text))
                .isInstanceOfSatisfying(
                        Parse.Mistake.class,
                        mistake -> assertThat(mistake.column()).isEqualTo(column));
    }

    @Test
    void aBackslashKeepsAQuoteInALabel() {
        assertThat(understood("up{path=\"a\\\"b\\\\c\\d\"} == 0"))
                .isInstanceOfSatisfying(
                        Condition.Comparison.class,
                        comparison ->
                                assertThat(comparison.name().labels())
                                        .containsEntry("path", "a\"b\\c\\d"));
    }

    @Test
    void whatIsWrittenIsReadAsTheSameTree() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Condition tree = tree(random, 3);
            assertThat(shape(understood(ConditionText.of(tree)))).isEqualTo(shape(tree));
        }
    }

    @Test
    void noTextMakesItThrow() {
        Random random = new Random(11);
        List<String> pieces = new ArrayList<>(LEAVES);
        pieces.addAll(List.of("(", ")", "not", "and", "or", "'", "\"", "{", "9", "in", "\uD800"));
        for (int i = 0; i < 5_000; i++) {
            String text =
                    random.ints(random.nextInt(12), 0, pieces.size())
                            .mapToObj(pieces::get)
                            .collect(Collectors.joining(" "));
            assertThat(ConditionParser.parse(text)).isNotNull();
        }
    }

    @Test
    void deepNestingIsRefused() {
        String text = "(".repeat(900) + "a" + ")".repeat(900);
        assertThat(ConditionParser.parse(text))
                .isInstanceOfSatisfying(
                        Parse.Mistake.class,
                        mistake -> assertThat(mistake.what()).contains("nested too deeply"));
        assertThat(ConditionParser.parse("a".repeat(ConditionParser.LONGEST + 1)))
                .isInstanceOf(Parse.Mistake.class);
    }

    private static Condition tree(Random random, int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> new Condition.And(List.of(tree(random, depth - 1), tree(random, depth - 1)));
            case 1 -> new Condition.Or(List.of(tree(random, depth - 1), tree(random, depth - 1)));
            case 2 -> new Condition.Not(tree(random, depth - 1));
            default -> understood(LEAVES.get(random.nextInt(LEAVES.size())));
        };
    }

    /// The tree without columns, every nesting visible.
    private static String shape(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) -> "and" + shapes(parts);
            case Condition.Or(List<Condition> parts) -> "or" + shapes(parts);
            case Condition.Not(Condition inner) -> "not" + shapes(List.of(inner));
            case Condition.Flag flag -> flag.name().toString();
            case Condition.Comparison c ->
                    c.name() + " " + c.operator() + " " + c.limit() + " " + c.window();
        };
    }

    private static List<String> shapes(List<Condition> parts) {
        return parts.stream().map(ConditionParserTest::shape).toList();
    }

    private static Condition understood(String text) {
        if (ConditionParser.parse(text) instanceof Parse.Understood(Condition condition)) {
            return condition;
        }
        throw new AssertionError("not understood: " + text + " " + ConditionParser.parse(text));
    }
}

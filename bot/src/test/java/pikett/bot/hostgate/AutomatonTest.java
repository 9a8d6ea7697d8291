package pikett.bot.hostgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a script can check means to it what it means to Pikett.
final class AutomatonTest {
    private static final int ROUNDS = 100;
    private static final int VALUES = 40;
    private static final String LETTERS = "ab01-_. ";

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121, 77})
    void takes_exactly_what_the_pattern_matches(long seed) throws NotCheckableException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Pattern pattern = Pattern.compile(pattern(random, 2));
            Automaton automaton = Automaton.of(pattern);
            for (int i = 0; i < VALUES; i++) {
                String value = value(random);
                assertThat(automaton.takes(value))
                        .as("seed %d round %d: ‘%s’ on ‘%s’", seed, round, pattern, value)
                        .isEqualTo(pattern.matcher(value).matches());
            }
        }
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return value.toString();
    }

    private static String pattern(Random random, int depth) {
        String one =
                switch (random.nextInt(depth == 0 ? 4 : 6)) {
                    case 0 -> "a";
                    case 1 -> "[ab0-9]";
                    case 2 -> random.nextBoolean() ? "\\d" : "\\w";
                    case 3 -> "[\\-._ ]";
                    case 4 -> "(" + pattern(random, depth - 1) + ")";
                    default -> "(?:" + pattern(random, depth - 1) + "|b)";
                };
        String counted =
                one
                        + switch (random.nextInt(7)) {
                            case 0 -> "*";
                            case 1 -> "+";
                            case 2 -> "?";
                            case 3 -> "{2}";
                            case 4 -> "{1,2}";
                            case 5 -> "{1,}";
                            default -> "";
                        };
        return random.nextInt(3) == 0 || depth == 0
                ? counted
                : counted + pattern(random, depth - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".+",
                "[^;]+",
                "[a-z&&[^b]]",
                "(?i)a",
                "(?=a)a",
                "a++",
                "a*?",
                "\\S+",
                "\\p{L}+",
                "\\x41",
                "(a)\\1",
                "ä",
                "it's",
                "[\\\\a]",
                "a^b",
                "a$b",
                "[ -~]+",
                "\\bx",
                "\\Qa\\E",
                "a{1,5000}",
                "[[:alpha:]]"
            })
    void what_could_mean_something_else_to_a_script_is_refused_with_a_way_out(String pattern) {
        assertThatThrownBy(() -> Automaton.of(Pattern.compile(pattern)))
                .isInstanceOf(NotCheckableException.class)
                .hasMessageContaining(pattern)
                .hasMessageContaining("write out which characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]{400}", "([ab]*a[ab]{9})"})
    void what_is_too_much_for_a_script_is_refused(String pattern) {
        assertThatThrownBy(() -> Automaton.of(Pattern.compile(pattern)))
                .isInstanceOf(NotCheckableException.class)
                .hasMessageContaining("too much for a script");
    }
}

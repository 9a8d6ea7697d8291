package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogMarkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c|a b c d|3",
                "a b c|b c d e|2",
                "a b c|a b c|3",
                "a b c|d e f|0",
                "a b c|''|0",
                "''|a b|0",
                // Lines that are alike.
                "a r|a r r|2",
                "x r r r|r r r r|3",
                "x r r r r r|r r y r r r|2",
                // All alike: nobody can tell, so nothing is new.
                "r r r|r r r|3",
                // What stands before the log changes.
                "h1 a b c d|h2 b c d e|4",
                "h1 g1 a b c|h2 g2 a b c d|5",
                "h1 r r r|h2 r r r x r r r|4",
                // A log that was begun anew, and has one line in common by chance.
                "a b c|x c y|0"
            })
    void whatWasSeenIsFoundAgain(String before, String now, int seen) {
        assertThat(new LogMark(words(before)).seenOf(words(now))).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noLineThatWasSeenIsEverNewAndUnlikeOnesAreCountedExactly(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            int window = 1 + random.nextInt(30);
            int kinds = random.nextBoolean() ? 3 : Integer.MAX_VALUE;
            List<String> log = new ArrayList<>();
            write(log, random, random.nextInt(60), kinds);
            LogMark mark = new LogMark(end(log, window));
            int came = random.nextInt(window);
            write(log, random, came, kinds);
            List<String> now = end(log, window);
            int counted = now.size() - mark.seenOf(now);
            if (mark.lines().isEmpty()) {
                assertThat(counted).isEqualTo(came);
            } else if (kinds == 3) {
                assertThat(counted).isLessThanOrEqualTo(came);
            } else {
                assertThat(counted).isEqualTo(came);
            }
        }
    }

    private static void write(List<String> log, Random random, int lines, int kinds) {
        for (int i = 0; i < lines; i++) {
            log.add(kinds == 3 ? "line " + random.nextInt(3) : "line " + log.size());
        }
    }

    private static List<String> end(List<String> log, int window) {
        return List.copyOf(log.subList(Math.max(0, log.size() - window), log.size()));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}

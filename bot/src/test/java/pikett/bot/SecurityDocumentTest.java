package pikett.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/security.md` against the tests that there are: every threat and every fault has its line,
/// and what is said to turn red exists.
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final int THREATS = 41;
    private static final int FAULTS = 58;

    /// The first cell of a row, or what begins a line of those that are not applicable.
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:\\| |- )([TF]\\d[^|,]*(?:, [TF]\\d+)*)");

    private static final Pattern NUMBER = Pattern.compile("([TF])(\\d+)(?:–[TF](\\d+))?");
    private static final Pattern TEST =
            Pattern.compile("`([A-Z]\\w*(?:Test|Tests|Story|Stories|Contract))(?:#(\\w+))?`");

    private final List<String> lines;
    private final Map<String, String> tests;

    SecurityDocumentTest() throws IOException {
        lines = Files.readAllLines(ROOT.resolve("docs/security.md"));
        try (Stream<Path> files = Files.walk(ROOT, 20)) {
            tests =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> file.toString().contains("/src/test/java/"))
                            .filter(file -> !file.toString().contains("/target/"))
                            .collect(
                                    Collectors.toMap(
                                            SecurityDocumentTest::className,
                                            SecurityDocumentTest::text,
                                            String::concat));
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_threat_and_every_fault_has_its_line() {
        Set<String> expected = new TreeSet<>();
        IntStream.rangeClosed(1, THREATS).forEach(n -> expected.add("T" + n));
        IntStream.rangeClosed(1, FAULTS).forEach(n -> expected.add("F" + n));

        assertThat(new TreeSet<>(lines.stream().flatMap(line -> numbers(line).stream()).toList()))
                .isEqualTo(expected);
    }

    private static List<String> numbers(String line) {
        List<String> numbers = new ArrayList<>();
        Matcher cell = NUMBERED.matcher(line);
        if (cell.find()) {
            Matcher number = NUMBER.matcher(cell.group(1));
            while (number.find()) {
                int first = Integer.parseInt(number.group(2));
                int last = number.group(3) == null ? first : Integer.parseInt(number.group(3));
                IntStream.rangeClosed(first, last).forEach(n -> numbers.add(number.group(1) + n));
            }
        }
        return numbers;
    }

    @Test
    void every_test_that_is_named_exists() {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String line : lines) {
            Matcher test = TEST.matcher(line);
            while (test.find()) {
                named++;
                String text = tests.get(test.group(1));
                String method = test.group(2);
                if (text == null || (method != null && !text.contains("void " + method + "("))) {
                    missing.add(test.group());
                }
            }
        }
        assertThat(named).isGreaterThan(THREATS + FAULTS);
        assertThat(missing).isEmpty();
    }

    /// A row either names a test or says why there is none.
    @Test
    void every_row_names_a_test_or_says_why_not() {
        assertThat(
                        lines.stream()
                                .filter(line -> line.startsWith("| ") && !numbers(line).isEmpty())
                                .filter(line -> !TEST.matcher(line).find())
                                .filter(line -> !line.contains("not built")))
                .isEmpty();
    }
}

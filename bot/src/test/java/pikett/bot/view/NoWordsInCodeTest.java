package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people read stands in the catalogue: where cards are made, no string of the code is a sentence.
final class NoWordsInCodeTest {
    private static final Path CODE = Path.of("src/main/java/pikett/bot");
    private static final Pattern WORDS =
            Pattern.compile("\"[^\"\\n]*\\p{L}{2,} \\p{L}{2,}[^\"\\n]*\"");
    private static final Pattern FOREIGN =
            Pattern.compile("\"[^\"\\n]*[\\p{IsCyrillic}ÄÖÜäöüß][^\"\\n]*\"");

    @ParameterizedTest
    @ValueSource(strings = {"view", "card"})
    void noSentenceStandsInTheCode(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CODE.resolve(folder))) {
            for (Path file : files.toList()) {
                List<String> sentences =
                        Files.readAllLines(file).stream()
                                .filter(line ->
                                        WORDS.matcher(line).find() || FOREIGN.matcher(line).find())
                                // Programmers read the first, machines the second.
                                .filter(line ->
                                        !line.contains("Exception(") && !line.contains("(?:"))
                                .toList();
                assertThat(sentences).as(file.toString()).isEmpty();
            }
        }
    }
}

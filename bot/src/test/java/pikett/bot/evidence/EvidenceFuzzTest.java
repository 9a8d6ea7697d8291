package pikett.bot.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever stands in a log or in the answer of a health endpoint: it is folded and opened up, and no line
/// is lost or made.
final class EvidenceFuzzTest {
    private static final int MOST_PARTS = 40;

    @FuzzTest
    void evidence(byte[] said) {
        String text = new String(said, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        List<FoldedLine> folded = LogFold.fold(lines);
        assertThat(folded.stream().mapToLong(FoldedLine::times).sum())
                .isLessThanOrEqualTo(lines.size());
        assertThat(folded).allSatisfy(line -> assertThat(line.times()).isPositive());
        assertThat(folded).extracting(line -> LogFold.key(line.text())).doesNotHaveDuplicates();

        HealthBody body = HealthBody.read(text);
        assertThat(body.parts()).hasSizeLessThanOrEqualTo(MOST_PARTS);
        if (!body.readable()) {
            assertThat(body.parts()).isEmpty();
            assertThat(body.overall()).isEmpty();
        }
    }
}

package pikett.config.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Whatever is written for a condition: it is understood and can be written down again, or the place of
/// the mistake is said.
final class ConditionFuzzTest {
    @FuzzTest
    void condition(byte[] written) {
        String text = new String(written, StandardCharsets.UTF_8);
        switch (ConditionParser.parse(text)) {
            case Parse.Mistake mistake -> {
                assertThat(mistake.column()).isBetween(1, text.length() + 1);
                assertThat(mistake.what()).isNotBlank();
                assertThat(mistake.wayOut()).isNotBlank();
            }
            case Parse.Understood(Condition condition) -> {
                String rewritten = ConditionText.of(condition);
                // With the spaces that nobody typed it may be longer than what is read.
                if (rewritten.length() <= ConditionParser.LONGEST) {
                    assertThat(ConditionParser.parse(rewritten))
                            .as(rewritten)
                            .isInstanceOfSatisfying(
                                    Parse.Understood.class,
                                    again -> writtenAs(rewritten, again.condition()));
                }
                assertThat(condition.names()).isNotEmpty();
            }
        }
    }

    private static void writtenAs(String text, Condition condition) {
        assertThat(ConditionText.of(condition)).isEqualTo(text);
    }
}

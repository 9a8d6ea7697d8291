package pikett.alerts.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PatientTextTest {
    private static final int SEVERAL = 5_000;

    @Test
    void itIsTheText() {
        PatientText text = new PatientText("refused");
        assertThat(text).hasToString("refused").hasSize(7);
        assertThat(text.subSequence(2, 7)).hasToString("fused");
        assertThat(text.chars().mapToObj(Character::toString))
                .containsExactly("r", "e", "f", "u", "s", "e", "d");
    }

    @Test
    @Timeout(20)
    void anExpressionThatTriesOutTooManyWaysIsGivenUp() {
        PatientText text = new PatientText("x".repeat(200));
        assertThatExceptionOfType(PatientText.PatienceLostException.class)
                .isThrownBy(() -> Pattern.compile("x.*x.*x.*y").matcher(text).find());
    }

    @Test
    void anExpressionThatGoesToTheEndAndBackFromEachPlaceOfALineIsNot() {
        PatientText text = new PatientText("x".repeat(400));
        assertThat(Pattern.compile("x.*y").matcher(text).find()).isFalse();
    }

    @Test
    void onceTheThreadIsInterruptedItIsGivenUpSoon() {
        PatientText text = new PatientText("a");
        look(text, SEVERAL);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(PatientText.PatienceLostException.class)
                    .isThrownBy(() -> look(text, SEVERAL));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void look(PatientText text, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(text.charAt(0)).isEqualTo('a');
        }
    }
}

package pikett.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.Language;

final class PluralFormTest {
    @ParameterizedTest
    @CsvSource({
        "0, OTHER, MANY",
        "1, ONE, ONE",
        "2, OTHER, FEW",
        "4, OTHER, FEW",
        "5, OTHER, MANY",
        "11, OTHER, MANY",
        "12, OTHER, MANY",
        "14, OTHER, MANY",
        "20, OTHER, MANY",
        "21, OTHER, ONE",
        "22, OTHER, FEW",
        "101, OTHER, ONE",
        "111, OTHER, MANY",
        "112, OTHER, MANY",
        "283, OTHER, FEW",
        "-1, OTHER, ONE"
    })
    void theFormFollowsTheNumber(long number, PluralForm english, PluralForm russian) {
        assertThat(PluralForm.of(Language.EN, number)).isEqualTo(english);
        assertThat(PluralForm.of(Language.DE, number)).isEqualTo(english);
        assertThat(PluralForm.of(Language.RU, number)).isEqualTo(russian);
    }
}

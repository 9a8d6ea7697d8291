package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.card.Names;

final class NameResolverTest {
    private static final List<String> NAMES =
            List.of("ai-admin-api", "ai-admin-worker", "caddy", "messages-redis", "api", "Legacy");

    @ParameterizedTest
    @CsvSource({
        "api, api",
        "caddy, caddy",
        "cad, caddy",
        "CADDY, caddy",
        "legacy, Legacy",
        "redis, messages-redis",
        "work, ai-admin-worker",
        "ai-admin-a, ai-admin-api"
    })
    void aNameMayBeShortenedWhileItIsUnique(String typed, String meant) {
        assertThat(NameResolver.resolve(typed, NAMES)).isEqualTo(new NameMatch.Found(meant));
    }

    @Test
    void whatFitsSeveralIsNotGuessed() {
        assertThat(NameResolver.resolve("ai-admin", NAMES))
                .isEqualTo(new NameMatch.Ambiguous(List.of("ai-admin-api", "ai-admin-worker")));
        assertThat(NameResolver.resolve("a", NAMES)).isInstanceOf(NameMatch.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({"cadyd, caddy", "cady, caddy", "messages-rdis, messages-redis", "legcay, Legacy"})
    void aTypoIsNotObeyedButUnderstood(String typed, String meant) {
        assertThat(NameResolver.resolve(typed, NAMES))
                .isEqualTo(new NameMatch.Missing(List.of(meant)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "$(touch x)", "; rm -rf /", "../../etc", "\u202Eipa", "*", "~"})
    void hostileNamesMatchNothing(String typed) {
        assertThat(NameResolver.resolve(typed, NAMES)).isInstanceOf(NameMatch.Missing.class);
    }

    @Test
    void aVeryLongNameIsNotEvenCompared() {
        assertThat(NameResolver.resolve("a".repeat(10_000), NAMES))
                .isEqualTo(new NameMatch.Missing(List.of()));
        assertThat(NameResolver.resolve("b".repeat(10_000), List.of("b".repeat(10_000))))
                .isEqualTo(new NameMatch.Found("b".repeat(10_000)));
    }

    @Test
    void aButtonMayCarryAnAlias() {
        assertThat(NameResolver.resolve(Names.alias("caddy"), NAMES))
                .isEqualTo(new NameMatch.Found("caddy"));
        assertThat(Names.alias("caddy")).hasSize(Names.ALIAS_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, abcd, 1",
        "abc, axc, 1",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void distances(String from, String to, int distance) {
        assertThat(NameResolver.distance(from, to)).isEqualTo(distance);
        assertThat(NameResolver.distance(to, from)).isEqualTo(distance);
    }
}

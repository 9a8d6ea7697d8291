package pikett.bot.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StartCacheTest {
    @Test
    void the_reasons_are_what_stands_before_the_runtime_gives_up() {
        assertThat(
                        StartCache.reasonIn(
                                """
                                Unable to use AOT cache.
                                       The AOT cache's UseCompactObjectHeaders setting (disabled) does not equal the current one (enabled).
                                An error has occurred while processing the AOT cache. Run with -Xlog:aot for details.
                                Loading static archive failed.
                                """))
                .isEqualTo(
                        "Unable to use AOT cache. The AOT cache's UseCompactObjectHeaders setting (disabled) does not equal the current one (enabled).");
    }

    @Test
    void a_runtime_that_says_nothing_is_called_so() {
        assertThat(StartCache.reasonIn("An error has occurred while processing the AOT cache."))
                .isEqualTo("the Java runtime does not say why");
    }
}

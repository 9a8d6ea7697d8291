package pikett.bot.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoundedTest {
    private final Bounded bounded = new Bounded(text -> text.replace("s3cret", "•"));

    @Test
    void what_is_short_stays_whole() {
        assertThat(bounded.apply("x".repeat(Bounded.WRITTEN)))
                .isEqualTo("x".repeat(Bounded.WRITTEN));
    }

    @Test
    void what_a_server_wrote_does_not_fill_the_disk() {
        assertThat(bounded.apply("x".repeat(4_000_000)))
                .hasSizeLessThan(Bounded.WRITTEN + 100)
                .endsWith("… cut after 16384 characters");
    }

    /// What is redacted becomes short, and the edge of what was read comes into sight.
    @Test
    void no_piece_of_a_secret_is_left_at_the_edge() {
        String text = "s3cret".repeat(Bounded.READ / 6 + 1);
        assertThat(Bounded.READ % 6).isNotZero();

        assertThat(bounded.apply(text)).doesNotContain("s3");
    }
}

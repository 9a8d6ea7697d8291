package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPauseTest {
    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, 1, 1, 1",
        "UNREACHABLE, 4, 6, 8",
        "UNREACHABLE, 9, 22, 30",
        "UNREACHABLE, 100000, 22, 30",
        "CONFLICT, 1, 5, 5",
        "CONFLICT, 9, 45, 60",
        "REFUSED, 1, 90, 90",
        "REFUSED, 9, 675, 900",
        "FLOOD, 1, 1, 1",
        "FLOOD, 9, 45, 60",
        "FLOOD_300, 1, 300, 301",
        "FLOOD_300, 9, 300, 301"
    })
    void growsToItsCeilingAndNeverBelowItsLeast(Kind kind, int inARow, int least, int most) {
        for (double random : new double[] {0, 0.3, 1}) {
            assertThat(PollPause.after(failure(kind), inARow, random))
                    .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }
    }

    private static PollFailure failure(Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> new PollFailure.Unreachable("");
            case CONFLICT -> new PollFailure.Conflict("");
            case REFUSED -> new PollFailure.TokenRefused("");
            case FLOOD -> new PollFailure.TooMany(Optional.empty(), "");
            case FLOOD_300 -> new PollFailure.TooMany(Optional.of(Duration.ofMinutes(5)), "");
        };
    }

    enum Kind {
        UNREACHABLE,
        CONFLICT,
        REFUSED,
        FLOOD,
        FLOOD_300
    }
}

package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EditTimesTest {
    private final EditTimes times = new EditTimes(0);

    @Test
    void whatIsFastIsOneMessage() {
        times.arrived(ms(10));
        assertThat(times.left(ms(10))).isEqualTo(ms(390));
    }

    @Test
    void theFirstPartDoesNotWaitForItsTurn() {
        times.shown(ms(400));
        times.arrived(ms(500));
        assertThat(times.left(ms(500))).isEqualTo(ms(150));
    }

    @Test
    void manyPartsDoNotPutTheFirstOff() {
        times.shown(ms(400));
        for (int at = 500; at < 650; at += 10) {
            times.arrived(ms(at));
        }
        assertThat(times.left(ms(650))).isZero();
    }

    @Test
    void theFirstPartIsNotLaterThanItsTurn() {
        times.shown(ms(400));
        times.arrived(ms(1350));
        assertThat(times.left(ms(1400))).isZero();
    }

    @Test
    void editsKeepASecondApartAndTwoAfterTheEarlyOne() {
        times.shown(ms(400));
        times.arrived(ms(500));
        times.shown(ms(650));
        assertThat(times.left(ms(650))).isEqualTo(ms(2000));
        times.arrived(ms(700));
        times.shown(ms(2650));
        assertThat(times.left(ms(2650))).isEqualTo(ms(1000));
    }

    private static long ms(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}

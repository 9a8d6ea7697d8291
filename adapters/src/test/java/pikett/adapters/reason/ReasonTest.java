package pikett.adapters.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pikett.adapters.reason.Detail.count;
import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReasonTest {
    @Test
    void namesWhoRefused() {
        assertThat(Reason.of(Cause.CONNECTION_REFUSED, text("127.0.0.1:3009")).english())
                .isEqualTo("connection refused by 127.0.0.1:3009");
    }

    @Test
    void countsAndAdds() {
        Reason exit = Reason.of(Cause.EXIT, text("1"));
        Reason loop = Reason.of(Cause.RESTARTS_WITHIN, count(1), span(Duration.ofMinutes(2)));

        assertThat(loop.and(Optional.of(Reason.of(Cause.LAST_END, inner(exit)))).english())
                .isEqualTo("1 restart in 2 min, last exit 1");
    }

    @Test
    void quotesEvidenceAndReadsNoneOfItAsAPlaceholder() {
        Reason reason = Reason.of(Cause.NO_ANSWER, text("{time}"), span(Duration.ofSeconds(5)));

        assertThat(reason.said("{place}").english())
                .isEqualTo("no answer from {time} within 5 s: {place}");
    }

    @Test
    void changesEveryTextFromOutside() {
        Reason inside = Reason.of(Cause.REDIS_SAYS, text("secret")).said("a secret");
        Reason reason =
                Reason.of(Cause.HOST_NOT_REACHED, text("secret"), inner(inside))
                        .and(Optional.of(Reason.told("secret")));

        assertThat(reason.map(text -> text.replace("secret", "•")).english())
                .isEqualTo("• not reached: Redis at • says: a •, •");
    }

    @Test
    void refusesWhatDoesNotFitTheCause() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reason.of(Cause.NO_ANSWER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reason.of(Cause.NO_ANSWER, text("a"), text("5 s")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reason.of(Cause.STOPPING, text("now")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "300, 300 ms",
        "2000, 2 s",
        "59000, 59 s",
        "60000, 1 min",
        "7200000, 2 h",
        "172800000, 2 d"
    })
    void tellsALengthInTheLargestUnit(long millis, String told) {
        assertThat(Lengths.english(Duration.ofMillis(millis))).isEqualTo(told);
    }
}

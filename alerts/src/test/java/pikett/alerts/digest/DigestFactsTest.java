package pikett.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.OutboxOverview.GivenUp;

final class DigestFactsTest {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void a_day_on_which_nothing_happened_is_green() {
        assertThat(facts(0, 0, 0, List.of(), Outlook.NONE).green()).isTrue();
    }

    @Test
    void it_is_not_when_something_began_or_ended_or_did_not_arrive() {
        assertThat(facts(1, 0, 0, List.of(), Outlook.NONE).green()).isFalse();
        assertThat(facts(0, 1, 0, List.of(), Outlook.NONE).green()).isFalse();
        assertThat(facts(0, 0, 1, List.of(), Outlook.NONE).green()).isFalse();
        BrokenDestination broken =
                new BrokenDestination(new Destination("fake", "ops"), "kicked", NINE);
        assertThat(facts(0, 0, 0, List.of(broken), Outlook.NONE).green()).isFalse();
    }

    @Test
    void it_is_not_when_a_certificate_runs_out_within_two_weeks() {
        assertThat(facts(0, 0, 0, List.of(), certificate(NINE.minusSeconds(1))).green()).isFalse();
        Instant end = NINE.plus(Duration.ofDays(14));
        assertThat(facts(0, 0, 0, List.of(), certificate(end)).green()).isFalse();
        assertThat(facts(0, 0, 0, List.of(), certificate(end.plusSeconds(1))).green()).isTrue();
    }

    @Test
    void queues_and_restarts_alone_do_not_make_it_red() {
        Outlook worse =
                new Outlook(
                        List.of(),
                        List.of(new Outlook.Growing("mails", 1, 900)),
                        List.of(new Outlook.Restarted("api", 9, 0)));
        assertThat(facts(0, 0, 0, List.of(), worse).green()).isTrue();
    }

    private static Outlook certificate(Instant end) {
        return new Outlook(List.of(new Outlook.Expiring("api", end)), List.of(), List.of());
    }

    private static DigestFacts facts(
            int opened, int resolved, long dead, List<BrokenDestination> broken, Outlook outlook) {
        return new DigestFacts(
                Period.upTo(NINE, Duration.ofDays(1)),
                List.of(),
                new Happened(
                        opened,
                        0,
                        resolved,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of(),
                new GivenUp(dead, List.of()),
                broken,
                outlook);
    }
}

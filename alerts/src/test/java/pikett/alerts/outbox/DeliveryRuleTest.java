package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of attempt with every outcome.
final class DeliveryRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Destination HERE = new Destination("fake", "here");
    private static final Destination THERE = new Destination("fake", "there");
    private static final Instant SOON = NOW.plusMillis(750);

    private static final Attempt FIRST = attempt(1, false, false, NOW);
    private static final Attempt REPEAT = attempt(2, false, true, NOW);
    private static final Attempt EDIT = attempt(1, true, false, NOW);
    private static final Attempt OLD = attempt(1, false, false, NOW.minus(Duration.ofHours(24)));

    static Stream<Arguments> pairs() {
        SendOutcome sent = new SendOutcome.Sent("7");
        SendOutcome notSent = new SendOutcome.NotSent("x");
        SendOutcome maybe = new SendOutcome.MaybeSent("x");
        SendOutcome wait = new SendOutcome.Wait(Duration.ofSeconds(3), false, "x");
        SendOutcome waitAll = new SendOutcome.Wait(Duration.ofSeconds(3), true, "x");
        SendOutcome gone = new SendOutcome.MessageGone("x");
        SendOutcome moved = new SendOutcome.Moved(THERE);
        SendOutcome rejected = new SendOutcome.Rejected("x", false);
        SendOutcome kicked = new SendOutcome.Rejected("x", true);
        Next done = new Next.Done("7");
        Instant then = NOW.plusSeconds(3);
        Instant later = NOW.plusMillis(1500);
        Next dead = new Next.Dead("x", false);
        return Stream.of(
                arguments(FIRST, sent, done),
                arguments(REPEAT, sent, done),
                arguments(EDIT, sent, done),
                arguments(OLD, sent, done),
                arguments(FIRST, notSent, new Next.Again(false, SOON, "x")),
                arguments(REPEAT, notSent, new Next.Again(true, later, "x")),
                arguments(EDIT, notSent, new Next.Again(false, SOON, "x")),
                arguments(OLD, notSent, new Next.Dead("tried for a day: x", false)),
                arguments(FIRST, maybe, new Next.Again(true, SOON, "x")),
                arguments(
                        REPEAT,
                        maybe,
                        new Next.Dead("unknown whether it arrived, after a repeat: x", false)),
                arguments(EDIT, maybe, new Next.Again(false, SOON, "x")),
                arguments(OLD, maybe, new Next.Again(true, SOON, "x")),
                arguments(FIRST, wait, new Next.Paused(false, then, false, "x")),
                arguments(REPEAT, wait, new Next.Paused(true, then, false, "x")),
                arguments(EDIT, wait, new Next.Paused(false, then, false, "x")),
                arguments(OLD, wait, new Next.Paused(false, then, false, "x")),
                arguments(FIRST, waitAll, new Next.Paused(false, then, true, "x")),
                arguments(REPEAT, waitAll, new Next.Paused(true, then, true, "x")),
                arguments(EDIT, waitAll, new Next.Paused(false, then, true, "x")),
                arguments(
                        FIRST,
                        gone,
                        new Next.Dead("the channel says that a new message is gone: x", false)),
                arguments(
                        REPEAT,
                        gone,
                        new Next.Dead("the channel says that a new message is gone: x", false)),
                arguments(EDIT, gone, new Next.AsNewMessage("x")),
                arguments(FIRST, moved, new Next.AtNewAddress(THERE, false, NOW)),
                arguments(REPEAT, moved, new Next.AtNewAddress(THERE, true, later)),
                arguments(EDIT, moved, new Next.AtNewAddress(THERE, false, NOW)),
                arguments(FIRST, rejected, dead),
                arguments(REPEAT, rejected, dead),
                arguments(EDIT, rejected, dead),
                arguments(OLD, rejected, dead),
                arguments(FIRST, kicked, new Next.Dead("x", true)),
                arguments(REPEAT, kicked, new Next.Dead("x", true)),
                arguments(EDIT, kicked, new Next.Dead("x", true)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void decides(Attempt attempt, SendOutcome outcome, Next expected) {
        assertThat(DeliveryRule.after(attempt, outcome, NOW, 0.5)).isEqualTo(expected);
    }

    @Test
    void moving_to_where_it_is_is_no_move() {
        assertThat(DeliveryRule.after(FIRST, new SendOutcome.Moved(HERE), NOW, 0.5))
                .isInstanceOf(Next.Again.class);
    }

    @Test
    void nonsense_waits_are_bounded() {
        assertThat(after(new SendOutcome.Wait(Duration.ofSeconds(-5), false, "x")))
                .isEqualTo(new Next.Paused(false, NOW.plusMillis(100), false, "x"));
        assertThat(after(new SendOutcome.Wait(Duration.ofSeconds(Long.MAX_VALUE), false, "x")))
                .isEqualTo(new Next.Paused(false, NOW.plus(Duration.ofHours(24)), false, "x"));
    }

    @Test
    void waits_double_up_to_a_minute_and_are_spread() {
        long[] longest = {1, 2, 4, 8, 16, 32, 60, 60};
        for (int number = 1; number <= longest.length; number++) {
            assertThat(waited(number, 0)).isEqualTo(Duration.ofMillis(longest[number - 1] * 500));
            assertThat(waited(number, 0.999999)).isEqualTo(Duration.ofSeconds(longest[number - 1]));
        }
        assertThat(waited(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofSeconds(30));
    }

    private static Duration waited(int number, double chance) {
        Next next =
                DeliveryRule.after(
                        attempt(number, false, false, NOW),
                        new SendOutcome.NotSent("x"),
                        NOW,
                        chance);
        return Duration.between(NOW, ((Next.Again) next).notBefore());
    }

    private static Next after(SendOutcome outcome) {
        return DeliveryRule.after(FIRST, outcome, NOW, 0.5);
    }

    private static Attempt attempt(
            int number, boolean edit, boolean maybeRepeat, Instant wantedAt) {
        return new Attempt(HERE, number, edit, maybeRepeat, wantedAt);
    }
}

package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for a delivery through any sequence of outcomes.
final class DeliveryRulePropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Destination HERE = new Destination("fake", "here");

    /// A delivery that a sequence of outcomes happens to; counts what may have reached a person.
    private static final class Life {
        private Attempt attempt;
        private Instant now = START;
        private int maybeArrived;
        private int arrivedUnmarked;
        private boolean over;

        Life(boolean edit) {
            attempt = new Attempt(HERE, 1, edit, false, START);
        }

        void live(SendOutcome outcome, double chance) {
            boolean arrives =
                    outcome instanceof SendOutcome.Sent || outcome instanceof SendOutcome.MaybeSent;
            if (arrives && !attempt.edit()) {
                if (maybeArrived > 0 && !attempt.maybeRepeat()) {
                    arrivedUnmarked++;
                }
                maybeArrived++;
            }
            become(DeliveryRule.after(attempt, outcome, now, chance));
        }

        private void become(Next next) {
            switch (next) {
                case Next.Done _, Next.Dead _ -> over = true;
                case Next.Again(boolean maybe, Instant due, String _) ->
                        again(HERE, maybe, attempt.edit(), 1, due);
                case Next.Paused(boolean maybe, Instant due, boolean _, String _) -> {
                    assertThat(due).isAfter(now);
                    again(attempt.to(), maybe, attempt.edit(), 0, due);
                }
                case Next.AsNewMessage _ -> again(attempt.to(), false, false, 1, now);
                case Next.AtNewAddress(Destination to, boolean maybe, Instant due) ->
                        again(to, maybe, attempt.edit(), 1, due);
            }
        }

        private void again(Destination to, boolean maybe, boolean edit, int counted, Instant due) {
            assertThat(due).isAfterOrEqualTo(now);
            assertThat(due).isBeforeOrEqualTo(now.plus(Duration.ofHours(24)));
            attempt = new Attempt(to, attempt.number() + counted, edit, maybe, START);
            now = due;
        }
    }

    /// What happens to one delivery, and how it began.
    private record Fate(List<SendOutcome> outcomes, boolean edit, double chance) {
        private static final List<SendOutcome> POSSIBLE =
                List.of(
                        new SendOutcome.Sent("1"),
                        new SendOutcome.NotSent("x"),
                        new SendOutcome.NotSent("x"),
                        new SendOutcome.MaybeSent("x"),
                        new SendOutcome.MaybeSent("x"),
                        new SendOutcome.Wait(Duration.ofSeconds(3), false, "x"),
                        new SendOutcome.Wait(Duration.ofDays(300), true, "x"),
                        new SendOutcome.KeptBack(Duration.ofSeconds(3), "x"),
                        new SendOutcome.MessageGone("x"),
                        new SendOutcome.Moved(HERE),
                        new SendOutcome.Moved(new Destination("fake", "there")),
                        new SendOutcome.Rejected("x", true));

        /// The ends of each range come far more often than chance alone would bring them.
        static Fate of(Random random) {
            List<SendOutcome> outcomes =
                    Stream.generate(() -> POSSIBLE.get(random.nextInt(POSSIBLE.size())))
                            .limit(random.nextInt(13))
                            .toList();
            double chance =
                    switch (random.nextInt(6)) {
                        case 0 -> 0;
                        case 1 -> 0.99;
                        default -> random.nextDouble(0.99);
                    };
            return new Fate(outcomes, random.nextBoolean(), chance);
        }

        Life lived() {
            Life life = new Life(edit);
            for (SendOutcome outcome : outcomes) {
                if (!life.over) {
                    life.live(outcome, chance);
                }
            }
            return life;
        }
    }

    /// Whatever fails names the seed, the round and the fate.
    private static void inEveryFate(long seed, int rounds, Consumer<Fate> holds) {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            Fate fate = Fate.of(random);
            assertThatCode(() -> holds.accept(fate))
                    .as("seed %d, round %d, %s", seed, round, fate)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_person_sees_it_at_most_twice_and_the_second_is_marked(long seed) {
        inEveryFate(
                seed,
                500,
                fate -> {
                    Life life = fate.lived();

                    assertThat(life.maybeArrived).isLessThanOrEqualTo(2);
                    assertThat(life.arrivedUnmarked).isZero();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_ends_when_the_channel_lets_it(long seed) {
        inEveryFate(
                seed,
                500,
                fate -> {
                    Life life = fate.lived();
                    if (!life.over) {
                        life.live(new SendOutcome.Sent("1"), fate.chance());
                    }

                    assertThat(life.over).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void without_a_network_it_is_tried_for_a_day_and_then_given_up(long seed) {
        inEveryFate(
                seed,
                25,
                fate -> {
                    Life life = new Life(fate.edit());
                    int attempts = 0;
                    while (!life.over) {
                        life.live(new SendOutcome.NotSent("no network"), fate.chance());
                        attempts++;
                    }

                    assertThat(Duration.between(START, life.now))
                            .isBetween(Duration.ofHours(24), Duration.ofHours(24).plusMinutes(1));
                    assertThat(attempts).isBetween(24 * 60, 24 * 60 * 2 + 10);
                });
    }
}

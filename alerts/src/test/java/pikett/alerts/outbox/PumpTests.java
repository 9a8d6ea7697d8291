package pikett.alerts.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pikett.alerts.outbox.SendOutcome.MaybeSent;
import pikett.alerts.outbox.SendOutcome.MessageGone;
import pikett.alerts.outbox.SendOutcome.Moved;
import pikett.alerts.outbox.SendOutcome.NotSent;
import pikett.alerts.outbox.SendOutcome.Rejected;
import pikett.alerts.outbox.SendOutcome.Wait;

/// What becomes of a delivery when sending goes wrong, on any database.
abstract class PumpTests extends OutboxContract {
    @Test
    void what_did_not_leave_is_tried_again_without_a_mark_and_nothing_overtakes_it() {
        channel.plan(new NotSent("no network"), new NotSent("no network"));
        OutboxPump pump = pump();
        DeliveryId first = post("card:1", "first");
        awaitState(first, DeliveryState.QUEUED);
        awaitAttempts(1);
        post("card:2", "second");
        awaitRound(pump);
        assertThat(channel.attempts()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        awaitAttempts(2);
        clock.advance(Duration.ofSeconds(4));
        awaitAttempts(4);

        assertThat(channel.texts()).containsExactly("first", "second");
        assertThat(channel.seen())
                .extracting(FakeChannel.Seen::maybeRepeat)
                .containsExactly(false, false);
    }

    @Test
    void something_urgent_need_not_wait_for_what_is_tried_again() {
        channel.plan(new NotSent("no network"));
        pump();
        DeliveryId normal = post("card:1", "normal");
        awaitAttempts(1);

        awaitState(post(GROUP, "card:2", "critical", Urgency.CRITICAL), DeliveryState.SENT);

        assertThat(state(normal)).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void what_may_have_arrived_is_sent_once_more_marked_and_never_a_third_time() {
        channel.plan(new MaybeSent("no answer"), new MaybeSent("no answer"));
        pump();
        DeliveryId id = post("card:1", "alarm");
        awaitState(id, DeliveryState.UNKNOWN);

        clock.advance(Duration.ofMinutes(1));
        awaitState(id, DeliveryState.DEAD);
        clock.advance(Duration.ofHours(1));

        awaitState(post("card:2", "next"), DeliveryState.SENT);
        assertThat(channel.seen())
                .extracting(FakeChannel.Seen::text, FakeChannel.Seen::maybeRepeat)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("alarm", false),
                        org.assertj.core.groups.Tuple.tuple("alarm", true),
                        org.assertj.core.groups.Tuple.tuple("next", false));
        assertThat(overview.dead(10))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.id()).isEqualTo(id);
                    assertThat(dead.reason()).contains("unknown").contains("no answer");
                });
    }

    @Test
    void what_was_given_up_is_known_for_every_period() {
        pump();
        List<Instant> times = new ArrayList<>();
        for (int card = 0; card < 3; card++) {
            channel.plan(new Rejected("chat not found", false));
            DeliveryId id = post("card:" + card, "text");
            awaitState(id, DeliveryState.DEAD);
            times.add(clock.instant());
            clock.advance(Duration.ofHours(1));
        }

        Instant end = clock.instant();
        OutboxOverview.GivenUp all = givenUp(times.getFirst(), end, 2);
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.latest())
                .extracting(dead -> dead.subject().value(), OutboxOverview.DeadDelivery::diedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("card:2", times.get(2)),
                        org.assertj.core.groups.Tuple.tuple("card:1", times.get(1)));
        assertThat(givenUp(times.getFirst().plusMillis(1), times.getLast(), 9).latest())
                .extracting(dead -> dead.subject().value())
                .containsExactly("card:1");
        assertThat(givenUp(end, end.plusSeconds(1), 9).count()).isZero();
        assertThat(overview.lost(times.get(1))).containsExactly(new OutboxOverview.Lost(GROUP, 2));
        assertThat(overview.lost(end)).isEmpty();
    }

    private OutboxOverview.GivenUp givenUp(Instant from, Instant until, int atMost) {
        return store.read(transaction -> overview.givenUp(transaction, from, until, atMost));
    }

    @Test
    void an_edit_that_may_have_arrived_is_simply_made_again() {
        pump();
        awaitState(post("card:1", "old"), DeliveryState.SENT);
        channel.plan(new MaybeSent("a"), new MaybeSent("b"), new MaybeSent("c"));
        DeliveryId edit = post("card:1", "new");
        for (int attempt = 2; attempt < 5; attempt++) {
            awaitAttempts(attempt);
            awaitState(edit, DeliveryState.QUEUED);
            clock.advance(Duration.ofMinutes(1));
        }

        awaitState(edit, DeliveryState.SENT);
        assertThat(channel.seen()).extracting(FakeChannel.Seen::maybeRepeat).containsOnly(false);
    }

    @Test
    void a_destination_waits_as_long_as_it_was_told_and_others_go_on() {
        channel.plan(new Wait(Duration.ofSeconds(30), false, "flood"));
        OutboxPump pump = pump();
        DeliveryId first = post(GROUP, "card:1", "first", Urgency.NORMAL);
        awaitAttempts(1);
        post(GROUP, "card:2", "urgent", Urgency.CRITICAL);

        awaitState(post(OTHER, "card:3", "elsewhere", Urgency.LOW), DeliveryState.SENT);
        clock.advance(Duration.ofSeconds(29));
        awaitRound(pump);
        assertThat(channel.texts()).containsExactly("elsewhere");

        clock.advance(Duration.ofSeconds(1));
        awaitState(first, DeliveryState.SENT);
        assertThat(channel.texts()).containsExactly("elsewhere", "urgent", "first");
    }

    /// F35.
    @Test
    void a_clock_that_is_put_back_makes_nothing_wait_longer() {
        channel.limits(
                new Limit(new Rate(1, Duration.ofSeconds(10)), to -> Optional.of(to.address())));
        channel.plan(
                new Wait(Duration.ofSeconds(30), false, "flood"),
                new Wait(Duration.ofSeconds(30), true, "flood"),
                new NotSent("no network"));
        OutboxPump pump = pump();
        DeliveryId first = post("card:1", "first");
        for (int attempts = 1; attempts <= 3; attempts++) {
            awaitAttempts(attempts);
            awaitState(first, DeliveryState.QUEUED);
            awaitRound(pump);
            clock.advance(Duration.ofHours(-1));
            await().atMost(30, SECONDS).until(() -> pump.lastTick().equals(clock.instant()));
            awaitRound(pump);
            assertThat(channel.attempts()).as("nor shorter").isEqualTo(attempts);
            clock.advance(Duration.ofSeconds(30));
        }
        awaitState(first, DeliveryState.SENT);
    }

    @Test
    void the_whole_channel_waits_when_it_must() {
        channel.plan(new Wait(Duration.ofSeconds(30), true, "flood"));
        OutboxPump pump = pump();
        post(GROUP, "card:1", "first", Urgency.NORMAL);
        awaitAttempts(1);
        DeliveryId elsewhere = post(OTHER, "card:2", "elsewhere", Urgency.CRITICAL);
        awaitRound(pump);
        assertThat(channel.attempts()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(31));
        awaitState(elsewhere, DeliveryState.SENT);
    }

    @Test
    void waiting_counts_as_no_attempt() {
        List<Integer> attempts = new ArrayList<>();
        SendOutcome[] outcomes = {
            new NotSent("a"), new Wait(Duration.ofSeconds(5), false, "b"), new NotSent("c")
        };
        pump(delivery -> {
            attempts.add(delivery.attempt());
            return attempts.size() <= outcomes.length
                    ? outcomes[attempts.size() - 1]
                    : new SendOutcome.Sent("1");
        });
        DeliveryId id = post("card:1", "text");

        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    clock.advance(Duration.ofSeconds(5));
                    return state(id) == DeliveryState.SENT;
                });
        assertThat(attempts).containsExactly(1, 2, 2, 3);
    }

    @Test
    void a_message_that_is_gone_comes_as_a_new_one() {
        pump();
        awaitState(post("card:1", "old"), DeliveryState.SENT);
        channel.plan(new MessageGone("deleted by a person"));

        awaitState(post("card:1", "new"), DeliveryState.SENT);

        assertThat(channel.seen()).extracting(FakeChannel.Seen::edit).containsExactly(false, false);
        assertThat(outbox.subjectOf(GROUP, "101")).isEmpty();
        assertThat(outbox.subjectOf(GROUP, "102")).contains(new Subject("card:1"));
    }

    @Test
    void a_destination_that_moved_takes_everything_along() {
        pump();
        awaitState(post("card:0", "known"), DeliveryState.SENT);
        Destination there = new Destination("fake", "supergroup");
        channel.plan(new Moved(there));
        DeliveryId first = post("card:1", "first");
        awaitState(first, DeliveryState.SENT);

        awaitState(post(GROUP, "card:2", "to the old address", Urgency.LOW), DeliveryState.SENT);

        assertThat(channel.seen())
                .extracting(FakeChannel.Seen::address)
                .containsExactly("group", "supergroup", "supergroup");
        assertThat(outbox.messageOf(there, new Subject("card:0"))).contains("101");
        assertThat(outbox.messageOf(GROUP, new Subject("card:0"))).contains("101");
    }

    @Test
    void what_is_rejected_is_given_up_and_does_not_hold_the_rest() {
        channel.plan(new Rejected("kicked", true));
        pump();
        DeliveryId first = post("card:1", "first");
        awaitState(first, DeliveryState.DEAD);

        assertThat(overview.broken())
                .containsExactly(
                        new OutboxOverview.BrokenDestination(GROUP, "kicked", clock.instant()));
        awaitState(post("card:2", "second"), DeliveryState.SENT);
        assertThat(overview.broken()).isEmpty();
    }

    @Test
    void a_sender_that_throws_stops_nothing() {
        AtomicInteger calls = new AtomicInteger();
        OutboxPump pump =
                pump(delivery -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("a bug in the sender");
                    }
                    return new SendOutcome.Sent("1");
                });
        DeliveryId id = post("card:1", "text");
        awaitState(id, DeliveryState.UNKNOWN);

        clock.advance(Duration.ofMinutes(1));
        awaitState(id, DeliveryState.SENT);
        assertThat(pump.failures()).isZero();
    }

    @Test
    void a_slow_destination_holds_no_other_and_only_so_many_go_at_once() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        pump(
                delivery -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    try {
                        if (delivery.to().address().startsWith("slow")) {
                            release.await();
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    now.decrementAndGet();
                    return new SendOutcome.Sent("1");
                },
                3);
        post(new Destination("fake", "slow 1"), "a", "x", Urgency.CRITICAL);
        post(new Destination("fake", "slow 2"), "a", "x", Urgency.CRITICAL);
        awaitState(post(OTHER, "a", "quick", Urgency.LOW), DeliveryState.SENT);
        DeliveryId third = post(new Destination("fake", "slow 3"), "a", "x", Urgency.CRITICAL);
        DeliveryId fourth = post(new Destination("fake", "slow 4"), "a", "x", Urgency.CRITICAL);
        awaitState(third, DeliveryState.SENDING);
        assertThat(state(fourth)).isEqualTo(DeliveryState.QUEUED);

        release.countDown();
        awaitState(fourth, DeliveryState.SENT);
        assertThat(most).hasValue(3);
    }

    @Test
    void newer_content_waits_for_what_is_on_its_way() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        pump(delivery -> {
            order.add(delivery.content().payload());
            if (order.size() == 1) {
                try {
                    release.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return new NotSent("no network");
            }
            return new SendOutcome.Sent("1");
        });
        DeliveryId old = post(GROUP, "card:1", "old", Urgency.LOW);
        awaitState(old, DeliveryState.SENDING);
        DeliveryId newer = post(GROUP, "card:1", "new", Urgency.CRITICAL);
        assertThat(newer).isNotEqualTo(old);
        release.countDown();
        awaitState(old, DeliveryState.QUEUED);
        assertThat(order).containsExactly("old");

        clock.advance(Duration.ofSeconds(5));
        awaitState(newer, DeliveryState.SENT);
        assertThat(order).containsExactly("old", "old", "new");
    }

    @Test
    void limits_are_kept() {
        channel.limits(
                new Limit(new Rate(2, Duration.ofSeconds(10)), to -> Optional.of(to.address())));
        OutboxPump pump = pump();
        for (int n = 0; n < 5; n++) {
            post("card:" + n, "text");
        }
        awaitAttempts(2);
        awaitState(post(OTHER, "card:9", "elsewhere", Urgency.LOW), DeliveryState.SENT);
        awaitRound(pump);
        assertThat(channel.attempts()).isEqualTo(3);

        clock.advance(Duration.ofSeconds(10));
        awaitAttempts(5);
        awaitRound(pump);
        assertThat(channel.attempts()).isEqualTo(5);
    }

    @Test
    void stopping_waits_for_what_is_on_its_way_and_starts_no_more() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        OutboxPump pump =
                pump(delivery -> {
                    try {
                        release.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    return new SendOutcome.Sent("1");
                });
        DeliveryId first = post("card:1", "first");
        awaitState(first, DeliveryState.SENDING);
        DeliveryId second = post("card:2", "second");
        assertThat(pump.stop(Duration.ofMillis(50))).isFalse();
        release.countDown();

        assertThat(pump.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(state(second)).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void the_last_round_is_known() {
        OutboxPump pump = pump();
        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));

        await().atMost(30, SECONDS).until(() -> pump.lastTick().equals(later));
    }
}

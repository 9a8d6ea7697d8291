package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Posting, order, coalescing and edits, on any database.
abstract class OutboxTests extends OutboxContract {
    @Test
    void what_is_posted_is_sent() {
        pump();

        DeliveryId id = post("card:1", "hello");

        awaitState(id, DeliveryState.SENT);
        assertThat(channel.texts()).containsExactly("hello");
        assertThat(overview.find(id).orElseThrow().messageId()).contains("101");
    }

    @Test
    void what_was_not_committed_is_not_said() {
        assertThatThrownBy(() ->
                        store.write(transaction -> {
                            outbox.post(
                                    transaction,
                                    GROUP,
                                    new Subject("card:1"),
                                    new Content("text", "never"),
                                    Urgency.CRITICAL,
                                    false);
                            throw new IllegalStateException("the caller's own trouble");
                        }))
                .hasMessage("the caller's own trouble");
        pump();

        awaitState(post("card:2", "said"), DeliveryState.SENT);
        assertThat(channel.texts()).containsExactly("said");
    }

    @Test
    void a_commit_wakes_the_pump_at_once() {
        OutboxPump slow =
                new OutboxPump(
                        outbox,
                        java.util.Map.of("fake", channel),
                        clock,
                        () -> 0,
                        new OutboxPump.Settings(4, Duration.ofHours(1)));
        slow.start();

        awaitState(post("card:1", "one"), DeliveryState.SENT);
        awaitState(post("card:2", "two"), DeliveryState.SENT);
    }

    @Test
    void one_destination_gets_what_is_for_it_in_order() {
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            texts.add("text " + n);
            post("card:" + n, "text " + n);
        }
        pump();

        awaitAttempts(20);
        assertThat(channel.texts()).containsExactlyElementsOf(texts);
    }

    @Test
    void the_most_urgent_goes_first() {
        post(GROUP, "a", "low", Urgency.LOW);
        post(GROUP, "b", "normal", Urgency.NORMAL);
        post(GROUP, "c", "critical", Urgency.CRITICAL);
        post(GROUP, "d", "answer", Urgency.ANSWER);
        pump();

        awaitAttempts(4);
        assertThat(channel.texts()).containsExactly("critical", "answer", "normal", "low");
    }

    @Test
    void newer_content_replaces_what_still_waits_and_keeps_its_place() {
        DeliveryId first = post("card:1", "old");
        post("card:2", "second");
        clock.advance(Duration.ofMinutes(5));
        DeliveryId again = post("card:1", "new");

        assertThat(again).isEqualTo(first);
        Instant created = overview.find(first).orElseThrow().createdAt();
        assertThat(created).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
        pump();
        awaitAttempts(2);
        assertThat(channel.texts()).containsExactly("new", "second");
    }

    @Test
    void replacing_makes_nothing_quieter_or_less_urgent() {
        List<Delivery> sent = new ArrayList<>();
        post(GROUP, "a", "loud", Urgency.CRITICAL, false);
        post(GROUP, "b", "other", Urgency.ANSWER, true);
        post(GROUP, "a", "silent", Urgency.LOW, true);
        pump(delivery -> {
            sent.add(delivery);
            return new SendOutcome.Sent(Long.toString(delivery.id().value()));
        });

        awaitState(post(GROUP, "z", "end", Urgency.LOW), DeliveryState.SENT);
        assertThat(sent.getFirst().content().payload()).isEqualTo("silent");
        assertThat(sent.getFirst().silent()).isFalse();
        assertThat(sent.get(1).silent()).isTrue();
    }

    @Test
    void the_same_subject_elsewhere_is_another_message() {
        pump();

        awaitState(post(GROUP, "card:1", "here", Urgency.NORMAL), DeliveryState.SENT);
        awaitState(post(OTHER, "card:1", "there", Urgency.NORMAL), DeliveryState.SENT);

        assertThat(channel.seen()).extracting(FakeChannel.Seen::edit).containsOnly(false);
    }

    @Test
    void a_subject_that_was_said_is_edited() {
        pump();
        awaitState(post("card:1", "old"), DeliveryState.SENT);

        awaitState(post("card:1", "new"), DeliveryState.SENT);

        assertThat(channel.seen()).extracting(FakeChannel.Seen::edit).containsExactly(false, true);
        assertThat(outbox.subjectOf(GROUP, "101")).contains(new Subject("card:1"));
        assertThat(outbox.messageOf(GROUP, new Subject("card:1"))).contains("101");
        assertThat(outbox.subjectOf(OTHER, "101")).isEmpty();
    }

    @Test
    void content_that_no_database_keeps_is_mended() {
        pump();

        awaitState(post("card:1", "nul \u0000 half \uD83D end"), DeliveryState.SENT);

        assertThat(channel.texts()).containsExactly("nul \uFFFD half \uFFFD end");
    }

    @Test
    void what_ended_long_ago_is_forgotten() {
        pump();
        DeliveryId old = post("card:1", "old");
        awaitState(old, DeliveryState.SENT);
        clock.advance(Duration.ofDays(31));
        DeliveryId fresh = post("card:2", "new");
        awaitState(fresh, DeliveryState.SENT);

        assertThat(outbox.forget(clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);

        assertThat(overview.find(old)).isEmpty();
        assertThat(overview.find(fresh)).isPresent();
        assertThat(outbox.messageOf(GROUP, new Subject("card:1"))).isEmpty();
    }

    @Test
    void what_waits_is_counted_and_never_forgotten() {
        post("card:1", "one");
        post(OTHER, "card:2", "two", Urgency.LOW);
        clock.advance(Duration.ofDays(90));
        outbox.forget(clock.instant());

        assertThat(overview.counts())
                .containsEntry(DeliveryState.QUEUED, 2L)
                .containsEntry(DeliveryState.DEAD, 0L);
        assertThat(overview.waiting())
                .extracting(OutboxOverview.Waiting::at)
                .containsExactlyInAnyOrder(GROUP, OTHER);
        assertThat(overview.waiting().getFirst().oldest())
                .isEqualTo(clock.instant().minus(Duration.ofDays(90)));
    }
}

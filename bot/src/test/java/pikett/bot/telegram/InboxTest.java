package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// What is kept of updates, each once, and how far each has got.
final class InboxTest {
    private static final long US = 42;
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir private Path folder;
    private final HandClock clock = new HandClock(START);
    private Store store;
    private Inbox inbox;

    @BeforeEach
    void open() {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("x.db")));
        inbox = new Inbox(store, US, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_same_update_is_kept_once() {
        assertThat(keep(Updates.text(1, "a"), Updates.text(2, "b"))).isEqualTo(2);
        assertThat(keep(Updates.text(1, "a"), Updates.text(3, "c"))).isEqualTo(1);
        assertThat(waiting()).hasSize(3).first().asString().contains("\"text\":\"a\"");
    }

    @Test
    void the_same_message_under_another_id_is_kept_once_and_the_one_beside_it_too() {
        ObjectNode again = Updates.text(7, "a");
        Updates.message(again).put("message_id", 10);
        ObjectNode elsewhere = Updates.text(8, "a");
        Updates.message(elsewhere).put("message_id", 10);
        ((ObjectNode) Updates.message(elsewhere).get("chat")).put("id", -200);

        assertThat(keep(Updates.text(1, "a"), again, elsewhere, Updates.text(2, "a"))).isEqualTo(3);
    }

    @Test
    void presses_have_no_message_of_their_own_and_are_told_apart_by_their_ids() {
        assertThat(keep(Updates.press(1, ">a"), Updates.press(2, ">a"))).isEqualTo(2);
        assertThat(keep(Updates.press(2, ">a"))).isZero();
    }

    @Test
    void an_id_that_is_no_number_or_too_large_is_none_and_a_chat_without_one_is_no_message() {
        ObjectNode text = Updates.text(1, "a").put("update_id", "1");
        ObjectNode large = Updates.text(1, "a").put("update_id", 1L << 40);
        ObjectNode named = Updates.text(5, "a");
        Updates.message(named).put("message_id", "50");
        ObjectNode nowhere = Updates.text(6, "a");
        ((ObjectNode) Updates.message(nowhere).get("chat")).put("id", "x");

        assertThat(keep(text, large)).isZero();
        assertThat(letters()).hasSize(2);
        assertThat(keep(named, nowhere)).isEqualTo(2);
        assertThat(RawUpdate.of(named).orElseThrow().message()).isEmpty();
        assertThat(RawUpdate.of(nowhere).orElseThrow().message()).isEmpty();
        assertThat(RawUpdate.of(Updates.text(1, "a")).orElseThrow().message())
                .contains(new RawUpdate.MessageKey(-100, 10));
    }

    @Test
    void another_bot_has_its_own() {
        Inbox other = new Inbox(store, 43, clock);
        keep(Updates.text(1, "ours"));

        assertThat(other.keep(batch(Updates.text(1, "theirs")))).isEqualTo(1);
        assertThat(waiting()).singleElement().asString().contains("ours");
        assertThat(other.waitingAfter(0, 9)).singleElement().asString().contains("theirs");
    }

    @Test
    void what_waits_comes_in_the_order_of_arrival_and_in_pieces() {
        keep(Updates.text(30, "a"), Updates.text(20, "b"), Updates.text(10, "c"));
        List<InboxRow> first = inbox.waitingAfter(0, 2);

        assertThat(first).hasSize(2).allMatch(row -> row.receivedAt().equals(START));
        assertThat(first.getFirst().raw()).contains("\"a\"");
        assertThat(inbox.waitingAfter(first.getLast().id(), 2))
                .singleElement()
                .asString()
                .contains("\"c\"");
    }

    @Test
    void a_row_is_handed_over_once_and_ends_once() {
        keep(Updates.text(1, "a"), Updates.text(2, "b"));
        InboxRow row = waiting().getFirst();
        InboxRow cut = waiting().getLast();

        assertThat(inbox.start(row)).isTrue();
        assertThat(inbox.start(row)).isFalse();
        inbox.start(cut);
        assertThat(inbox.unfinished(9)).containsExactly(row, cut);
        assertThat(inbox.unfinished(1)).containsExactly(row);
        inbox.finish(row);
        inbox.reportInterrupted(cut);
        assertThat(inbox.unfinished(9)).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(states()).containsExactly("DONE", "INTERRUPTED");
    }

    @Test
    void what_nobody_can_read_is_put_aside_with_the_reason() {
        keep(Updates.text(1, "a"), Updates.text(2, "b").without(List.of("update_id")));
        InboxRow row = waiting().getFirst();
        assertThat(inbox.bury(row, "no chat")).isTrue();
        assertThat(letters()).containsExactly("no update id", "no chat");
        assertThat(inbox.bury(row, "once more")).isFalse();

        assertThat(waiting()).isEmpty();
        assertThat(states()).containsExactly("UNREADABLE");
        assertThat(letters()).containsExactly("no update id", "no chat");
    }

    @Test
    void what_is_done_goes_after_three_days_and_what_nobody_can_read_after_a_month() {
        keep(Updates.text(1, "done"), Updates.text(2, "begun"), Updates.text(3, "waits"));
        List<InboxRow> rows = waiting();
        inbox.start(rows.get(0));
        inbox.finish(rows.get(0));
        inbox.start(rows.get(1));
        keep(Updates.text(4, "x").without(List.of("update_id")));

        clock.forward(Inbox.KEPT);
        assertThat(inbox.prune()).isZero();
        clock.forward(Duration.ofMillis(1));
        assertThat(inbox.prune()).isEqualTo(1);
        assertThat(states()).containsExactly("STARTED", "WAITING");
        assertThat(letters()).hasSize(1);
        clock.forward(Duration.ofDays(27));
        assertThat(inbox.prune()).isZero();
        assertThat(letters()).isEmpty();
    }

    private int keep(JsonNode... updates) {
        return inbox.keep(batch(updates));
    }

    private static UpdateBatch batch(JsonNode... updates) {
        ArrayNode all = ApiAnswer.JSON.createArrayNode();
        all.addAll(List.of(updates));
        return UpdateBatch.of(all);
    }

    private List<InboxRow> waiting() {
        return inbox.waitingAfter(0, 100);
    }

    private List<String> states() {
        return texts("SELECT state FROM inbox_updates ORDER BY id");
    }

    private List<String> letters() {
        return texts("SELECT reason FROM dead_letters ORDER BY id");
    }

    private List<String> texts(String query) {
        return store.read(handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}

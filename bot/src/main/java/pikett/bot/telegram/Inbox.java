package pikett.bot.telegram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// The durable list of raw updates: what was received, and how far each one got.
///
/// Two things are unique for as long as a row is kept: the update id, and the message, because Telegram
/// may deliver the same message under another id. Ids are never compared by size; Telegram starts anew
/// somewhere else after a quiet week.
///
/// Safe for use by many threads. Every method throws
/// [pikett.adapters.store.StoreUnavailableException] when the database is away.
public final class Inbox {
    /// Telegram itself keeps an update for a day, and begins new ids after a week.
    static final Duration KEPT = Duration.ofDays(3);

    private static final Duration LETTERS_KEPT = Duration.ofDays(30);

    private final Store store;
    private final long bot;
    private final InstantSource clock;

    /// An inbox for the updates of one bot.
    ///
    /// @param bot the bot's numeric id: another bot counts its updates independently
    public Inbox(Store store, long bot, InstantSource clock) {
        this.store = store;
        this.bot = bot;
        this.clock = clock;
    }

    /// Keeps a batch, durably when this returns. What is kept already is left as it is.
    ///
    /// @return how many were new
    int keep(UpdateBatch batch) {
        long now = clock.millis();
        return store.write(handle -> {
            int added = 0;
            for (RawUpdate update : batch.updates()) {
                added += insert(handle, update, now);
            }
            for (String raw : batch.unreadable()) {
                bury(handle, Optional.empty(), raw, "no update id", now);
            }
            return added;
        });
    }

    /// Rows that wait to be handed over, in the order of arrival.
    ///
    /// @param after only rows with a higher number
    List<InboxRow> waitingAfter(long after, int atMost) {
        return rows("WAITING", after, atMost);
    }

    /// The rows that were handed over and whose work has not ended.
    List<InboxRow> unfinished(int atMost) {
        return rows("STARTED", 0, atMost);
    }

    /// Claims a row for the one hand-over that it gets.
    ///
    /// @return whether it was still waiting
    boolean start(InboxRow row) {
        return move(row, "WAITING", "STARTED");
    }

    /// Notes that the work on a row has ended.
    void finish(InboxRow row) {
        move(row, "STARTED", "DONE");
    }

    /// Notes that a row was cut off, and that this was reported.
    void reportInterrupted(InboxRow row) {
        move(row, "STARTED", "INTERRUPTED");
    }

    /// Puts aside a row that nobody can read.
    ///
    /// @return whether it was still waiting
    boolean bury(InboxRow row, String reason) {
        long now = clock.millis();
        return store.write(handle -> {
            boolean moved = move(handle, row, "WAITING", "UNREADABLE");
            if (moved) {
                bury(handle, Optional.of(row.id()), row.raw(), reason, now);
            }
            return moved;
        });
    }

    /// Forgets what was received before the time that rows are kept, and dead letters after a month.
    ///
    /// @return how many rows that were
    int prune() {
        Instant now = clock.instant();
        return store.write(handle -> {
            handle.createUpdate("DELETE FROM dead_letters WHERE received_at < :before")
                    .bind("before", now.minus(LETTERS_KEPT).toEpochMilli())
                    .execute();
            return handle.createUpdate(
                            "DELETE FROM inbox_updates WHERE received_at < :before"
                                    + " AND state NOT IN ('WAITING', 'STARTED')")
                    .bind("before", now.minus(KEPT).toEpochMilli())
                    .execute();
        });
    }

    private int insert(Handle handle, RawUpdate update, long now) {
        return handle.createUpdate(
                        "INSERT INTO inbox_updates"
                                + " (bot, update_id, chat, message_id, raw, received_at, state)"
                                + " VALUES (:bot, :update, :chat, :message, :raw, :now, 'WAITING')"
                                + " ON CONFLICT DO NOTHING")
                .bind("bot", bot)
                .bind("update", update.updateId())
                .bind("chat", update.message().map(RawUpdate.MessageKey::chat).orElse(null))
                .bind("message", update.message().map(RawUpdate.MessageKey::message).orElse(null))
                .bind("raw", update.raw())
                .bind("now", now)
                .execute();
    }

    private void bury(Handle handle, Optional<Long> row, String raw, String reason, long now) {
        handle.createUpdate(
                        "INSERT INTO dead_letters (bot, inbox_id, raw, reason, received_at)"
                                + " VALUES (:bot, :row, :raw, :reason, :now)")
                .bind("bot", bot)
                .bind("row", row.orElse(null))
                .bind("raw", raw)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    private List<InboxRow> rows(String state, long after, int atMost) {
        return store.read(handle ->
                handle.createQuery(
                                "SELECT id, raw, received_at FROM inbox_updates"
                                        + " WHERE bot = :bot AND state = :state AND id > :after"
                                        + " ORDER BY id LIMIT :most")
                        .bind("bot", bot)
                        .bind("state", state)
                        .bind("after", after)
                        .bind("most", atMost)
                        .map((columns, _) -> row(columns))
                        .list());
    }

    private static InboxRow row(ResultSet columns) throws SQLException {
        return new InboxRow(
                columns.getLong("id"),
                columns.getString("raw"),
                Instant.ofEpochMilli(columns.getLong("received_at")));
    }

    private boolean move(InboxRow row, String from, String to) {
        return store.write(handle -> move(handle, row, from, to));
    }

    private boolean move(Handle handle, InboxRow row, String from, String to) {
        return handle.createUpdate(
                                "UPDATE inbox_updates SET state = :to, changed_at = :now"
                                        + " WHERE id = :id AND state = :from")
                        .bind("to", to)
                        .bind("now", clock.millis())
                        .bind("id", row.id())
                        .bind("from", from)
                        .execute()
                == 1;
    }
}

package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pikett.alerts.incident.Case;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Telling;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;

/// What mute windows hold back, summed up when they end. Part of the caller's transaction.
final class HeldBack {
    private final Outbox outbox;

    HeldBack(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Summary(String chat, Destination to, String window, Instant until) {}

    private record Row(Summary summary, long incident) {}

    /// Remembers what of these is held back from whom.
    void note(Handle transaction, Collection<Case.Assessed> assessed) {
        PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        INSERT INTO held_back (chat, mute_window, until_at, incident, channel, address)
                        VALUES (:chat, :window, :until, :incident, :channel, :address)
                        ON CONFLICT DO NOTHING
                        """);
        for (Case.Assessed each : assessed) {
            for (Telling telling : each.reasons()) {
                windows(telling)
                        .forEach(window ->
                                batch.bind("chat", telling.chat())
                                        .bind("window", window.window())
                                        .bind("until", window.until().toEpochMilli())
                                        .bind("incident", each.incident().number().value())
                                        .bind("channel", telling.to().channel())
                                        .bind("address", telling.to().address())
                                        .add());
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static List<Mute.ByWindow> windows(Telling telling) {
        List<Mute.ByWindow> windows = new ArrayList<>();
        if (telling.reason() instanceof Reason.Hidden(List<Mute> by)) {
            for (Mute mute : by) {
                if (mute instanceof Mute.ByWindow window) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    boolean isDue(Handle transaction, Instant now) {
        return !due(transaction, now).isEmpty();
    }

    /// Sums up what the windows held back that are over.
    void sumUp(Handle transaction, Instant now) {
        Map<Summary, List<Long>> summaries = new LinkedHashMap<>();
        for (Row row : due(transaction, now)) {
            summaries.computeIfAbsent(row.summary(), _ -> new ArrayList<>()).add(row.incident());
        }
        summaries.forEach((summary, incidents) -> say(transaction, summary, incidents));
        transaction
                .createUpdate("DELETE FROM held_back WHERE until_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private void say(Handle transaction, Summary summary, List<Long> incidents) {
        String numbers = incidents.stream().map(String::valueOf).collect(Collectors.joining(","));
        long until = summary.until().toEpochMilli();
        outbox.post(
                transaction,
                summary.to(),
                new Subject("held-back:%s:%d".formatted(summary.window(), until)),
                MessageKind.HELD_BACK.content(
                        "{\"until\":%d,\"incidents\":[%s]}".formatted(until, numbers)),
                Urgency.LOW,
                false);
    }

    private static List<Row> due(Handle transaction, Instant now) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM held_back WHERE until_at <= :now
                        ORDER BY until_at, chat, mute_window, incident
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, _) ->
                        new Row(
                                new Summary(
                                        row.getString("chat"),
                                        new Destination(
                                                row.getString("channel"), row.getString("address")),
                                        row.getString("mute_window"),
                                        Instant.ofEpochMilli(row.getLong("until_at"))),
                                row.getLong("incident")))
                .list();
    }
}

package pikett.alerts.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.LabelsJson;

/// The rows of what checks have come to, with those that are quiet and remember when they fired. Part of the caller's transaction.
final class StateTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Set<String>> TEXTS = new TypeReference<>() {};

    Map<AlertKey, CheckState> all(Handle transaction) {
        Map<AlertKey, CheckState> states = new HashMap<>();
        transaction
                .createQuery("SELECT * FROM check_states")
                .map((row, _) -> Map.entry(key(row), state(row)))
                .forEach(each -> states.put(each.getKey(), each.getValue()));
        return states;
    }

    /// Replaces these rows; of what is quiet and remembers nothing, nothing is kept.
    void save(Handle transaction, Map<AlertKey, CheckState> changed) {
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch delete =
                transaction.prepareBatch(
                        "DELETE FROM check_states WHERE check_id = :check AND fingerprint = :print");
        changed.keySet().forEach(key -> bound(delete, key).add());
        delete.execute();
        PreparedBatch insert =
                transaction.prepareBatch(
                        """
                        INSERT INTO check_states (check_id, fingerprint, labels, warning,
                            warning_since, critical, critical_since, firing_since, held)
                        VALUES (:check, :print, :labels, :warning,
                            :warningSince, :critical, :criticalSince, :firingSince, :held)
                        """);
        changed.forEach((key, state) -> {
            if (!state.equals(CheckState.QUIET)) {
                bound(bound(insert, key), state)
                        .bind("labels", LabelsJson.write(key.labels()))
                        .add();
            }
        });
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    private static PreparedBatch bound(PreparedBatch batch, AlertKey key) {
        return batch.bind("check", key.check())
                .bind("print", Fingerprint.of(key.check(), key.labels()).value());
    }

    private static PreparedBatch bound(PreparedBatch batch, CheckState state) {
        return batch.bind("warning", name(state.warning()))
                .bind("warningSince", since(state.warning()))
                .bind("critical", name(state.critical()))
                .bind("criticalSince", since(state.critical()))
                .bind("firingSince", state.lastFired().map(Instant::toEpochMilli).orElse(null))
                .bind("held", write(state.held()));
    }

    private static String name(Rung rung) {
        return switch (rung) {
            case Rung.Quiet _ -> "QUIET";
            case Rung.Pending _ -> "PENDING";
            case Rung.Firing _ -> "FIRING";
            case Rung.Ending _ -> "ENDING";
        };
    }

    private static @Nullable Long since(Rung rung) {
        return switch (rung) {
            case Rung.Quiet _, Rung.Firing _ -> null;
            case Rung.Pending pending -> pending.since().toEpochMilli();
            case Rung.Ending ending -> ending.goneSince().toEpochMilli();
        };
    }

    private static AlertKey key(ResultSet row) throws SQLException {
        return new AlertKey(row.getString("check_id"), LabelsJson.read(row.getString("labels")));
    }

    private static CheckState state(ResultSet row) throws SQLException {
        long since = row.getLong("firing_since");
        Optional<Instant> lastFired =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
        return new CheckState(
                rung(row, "warning"),
                rung(row, "critical"),
                lastFired,
                read(row.getString("held")));
    }

    private static String write(Set<String> held) {
        try {
            return JSON.writeValueAsString(new TreeSet<>(held));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }

    private static Set<String> read(String held) {
        try {
            return JSON.readValue(held, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds conditions that are no JSON", e);
        }
    }

    private static Rung rung(ResultSet row, String column) throws SQLException {
        Instant since = Instant.ofEpochMilli(row.getLong(column + "_since"));
        String name = row.getString(column);
        return switch (name) {
            case "QUIET" -> new Rung.Quiet();
            case "PENDING" -> new Rung.Pending(since);
            case "FIRING" -> new Rung.Firing();
            case "ENDING" -> new Rung.Ending(since);
            default -> throw new IllegalStateException("no such state of a check: " + name);
        };
    }
}

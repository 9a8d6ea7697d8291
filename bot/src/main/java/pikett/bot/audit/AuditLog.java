package pikett.bot.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.StorableText;

/// Writes the audit: who is about to do what, and how it ended.
///
/// Both are part of the caller's transaction, so that an act and its intent are durable together: no
/// row, no run. Safe for use by many threads.
public final class AuditLog {
    private final InstantSource clock;
    private final UnaryOperator<String> redactor;
    private final AuditTable table = new AuditTable();

    /// @param redactor takes secrets out of every text before it is stored
    public AuditLog(InstantSource clock, UnaryOperator<String> redactor) {
        this.clock = clock;
        this.redactor = redactor;
    }

    /// Writes an intent. Nothing may be done before the transaction has committed.
    public AuditId intend(Handle transaction, Intent intent) {
        AuditTable.Head head = table.lockHead(transaction);
        long seq = head.seq() + 1;
        table.append(
                transaction,
                AuditRow.chained(
                        seq, now(), AuditRow.Kind.INTENT, seq, redacted(intent), head.hash()));
        return new AuditId(seq);
    }

    /// Writes how it ended. Only the first result of an intent counts.
    ///
    /// @param result as JSON
    /// @return whether it was the first
    public boolean result(Handle transaction, AuditId id, String result) {
        Intent intent = table.find(transaction, id.value()).orElseThrow().what();
        AuditTable.Head head = table.lockHead(transaction);
        if (table.hasResult(transaction, id.value())) {
            return false;
        }
        Intent ended =
                new Intent(
                        intent.actor(),
                        intent.act(),
                        intent.target(),
                        storable(result),
                        intent.correlation());
        table.append(
                transaction,
                AuditRow.chained(
                        head.seq() + 1,
                        now(),
                        AuditRow.Kind.RESULT,
                        id.value(),
                        ended,
                        head.hash()));
        return true;
    }

    /// Writes that nobody knows how they ended, for all intents without a result. To be called at the
    /// start, before the first intent of this process, after those who know better have told what they
    /// know.
    ///
    /// @return how many there were
    public int settleOpen(Handle transaction) {
        List<Long> open = table.withoutResult(transaction);
        open.forEach(seq -> result(transaction, new AuditId(seq), "{\"end\":\"unknown\"}"));
        return open.size();
    }

    /// As the database keeps it, so that a row read again has the same hash.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Intent redacted(Intent intent) {
        return new Intent(
                storable(intent.actor()),
                storable(intent.act()),
                storable(intent.target()),
                storable(intent.detail()),
                storable(intent.correlation()));
    }

    /// What cannot be stored as it is would come back different, and break the chain.
    private String storable(String text) {
        return StorableText.of(redactor.apply(text));
    }
}

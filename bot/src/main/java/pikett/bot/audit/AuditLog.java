package pikett.bot.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

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

    /// Writes how it ended.
    ///
    /// @param result as JSON
    public void result(Handle transaction, AuditId id, String result) {
        Intent intent = table.find(transaction, id.value()).orElseThrow().what();
        AuditTable.Head head = table.lockHead(transaction);
        table.append(
                transaction,
                AuditRow.chained(
                        head.seq() + 1,
                        now(),
                        AuditRow.Kind.RESULT,
                        id.value(),
                        new Intent(
                                intent.actor(),
                                intent.act(),
                                intent.target(),
                                redactor.apply(result),
                                intent.correlation()),
                        head.hash()));
    }

    /// As the database keeps it, so that a row read again has the same hash.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Intent redacted(Intent intent) {
        return new Intent(
                intent.actor(),
                intent.act(),
                redactor.apply(intent.target()),
                redactor.apply(intent.detail()),
                intent.correlation());
    }
}

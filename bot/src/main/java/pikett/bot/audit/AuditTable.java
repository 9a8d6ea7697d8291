package pikett.bot.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The rows in the database. Part of the caller's transaction.
final class AuditTable {
    /// The end of the chain.
    record Head(long seq, String hash) {}

    /// The end of the chain, held until the transaction ends: rows are appended one after the other,
    /// also by several processes.
    Head lockHead(Handle transaction) {
        // An update that changes nothing takes the row's lock on both databases.
        transaction.execute("UPDATE audit_head SET seq = seq");
        return head(transaction);
    }

    Head head(Handle transaction) {
        return transaction
                .createQuery("SELECT seq, hash FROM audit_head")
                .map((row, _) -> new Head(row.getLong("seq"), row.getString("hash")))
                .one();
    }

    /// The end of the chain, and the number of the last row, both of the same moment.
    ///
    /// @param head empty when somebody took it away
    record End(Optional<Head> head, long lastRow) {}

    End end(Handle transaction) {
        return transaction
                .createQuery(
                        """
                        SELECT h.seq, h.hash, l.last_row
                        FROM (SELECT COALESCE(MAX(seq), 0) AS last_row FROM audit) l
                        LEFT JOIN audit_head h ON 1 = 1
                        """)
                .map((row, _) -> readEnd(row))
                .first();
    }

    private static End readEnd(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        return new End(
                Optional.ofNullable(row.getString("hash")).map(hash -> new Head(seq, hash)),
                row.getLong("last_row"));
    }

    void append(Handle transaction, AuditRow row) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO audit
                            (seq, at, kind, intent_seq, actor, act, target, detail, correlation,
                             previous_hash, hash)
                        VALUES
                            (:seq, :at, :kind, :intentSeq, :actor, :act, :target, :detail, :correlation,
                             :previousHash, :hash)
                        """)
                .bind("seq", row.seq())
                .bind("at", row.at().toEpochMilli())
                .bind("kind", row.kind())
                .bind("intentSeq", row.intentSeq())
                .bind("actor", row.what().actor())
                .bind("act", row.what().act())
                .bind("target", row.what().target())
                .bind("detail", row.what().detail())
                .bind("correlation", row.what().correlation())
                .bind("previousHash", row.previousHash())
                .bind("hash", row.hash())
                .execute();
        transaction.execute("UPDATE audit_head SET seq = ?, hash = ?", row.seq(), row.hash());
    }

    Optional<AuditRow> find(Handle transaction, long seq) {
        return transaction
                .createQuery("SELECT * FROM audit WHERE seq = :seq")
                .bind("seq", seq)
                .map((row, _) -> read(row))
                .findOne();
    }

    /// Whether an intent has its result.
    boolean hasResult(Handle transaction, long intentSeq) {
        return transaction
                        .createQuery(
                                """
                                SELECT COUNT(*) FROM audit
                                WHERE intent_seq = :intent AND kind = 'RESULT'
                                """)
                        .bind("intent", intentSeq)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /// The intents without a result, the oldest first.
    List<Long> withoutResult(Handle transaction) {
        return transaction
                .createQuery(
                        """
                        SELECT intent_seq FROM audit
                        GROUP BY intent_seq HAVING COUNT(*) = 1 ORDER BY intent_seq
                        """)
                .mapTo(Long.class)
                .list();
    }

    /// Some rows in the order of the chain, those behind `after`.
    List<AuditRow> behind(Handle transaction, long after, int most) {
        return transaction
                .createQuery("SELECT * FROM audit WHERE seq > :after ORDER BY seq LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> read(row))
                .list();
    }

    private static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("kind"),
                row.getLong("intent_seq"),
                new Intent(
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("target"),
                        row.getString("detail"),
                        row.getString("correlation")),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}

package pikett.bot.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// A row of the audit. An intent and its result are two rows: no row ever changes.
///
/// @param seq 1 for the first; without gaps
/// @param kind the name of a [Kind], in a row that nobody has changed
/// @param intentSeq of a result, the row of its intent; of an intent, its own
/// @param previousHash that of the row before; [#START] for the first
record AuditRow(
        long seq,
        Instant at,
        String kind,
        long intentSeq,
        Intent what,
        String previousHash,
        String hash) {
    /// What stands before the first row.
    static final String START = "0".repeat(64);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What a row tells.
    enum Kind {
        /// Somebody is about to act.
        INTENT,
        /// How it ended; `detail` says it.
        RESULT
    }

    static AuditRow chained(
            long seq, Instant at, Kind kind, long intentSeq, Intent what, String previousHash) {
        return new AuditRow(
                seq,
                at,
                kind.name(),
                intentSeq,
                what,
                previousHash,
                hash(seq, at, kind.name(), intentSeq, what, previousHash));
    }

    /// Whether nothing of the row was changed since it was written.
    boolean isIntact() {
        return hash.equals(hash(seq, at, kind, intentSeq, what, previousHash));
    }

    private static String hash(
            long seq, Instant at, String kind, long intentSeq, Intent what, String previousHash) {
        // A JSON array: where one field ends and the next begins cannot be forged by their content.
        ArrayNode fields =
                MAPPER.createArrayNode()
                        .add(seq)
                        .add(at.toEpochMilli())
                        .add(kind)
                        .add(intentSeq)
                        .add(what.actor())
                        .add(what.act())
                        .add(what.target())
                        .add(what.detail())
                        .add(what.correlation())
                        .add(previousHash);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(fields.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package pikett.bot.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pikett.adapters.store.Store;

/// Reads the audit: verifies it and writes it out. Safe for use by many threads.
public final class AuditTrail {
    private static final int PAGE = 1_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Store store;
    private final AuditTable table = new AuditTable();

    public AuditTrail(Store store) {
        this.store = store;
    }

    /// What was found.
    public sealed interface Verdict {
        /// Every row is as it was written, and none is missing.
        record Intact(long rows) implements Verdict {}

        /// The first row that is not what it should be.
        record Broken(long seq, String why) implements Verdict {}
    }

    /// Goes through the whole chain, as it is at this moment; rows that are added meanwhile do no harm.
    public Verdict verify() {
        AuditTable.End end = store.read(table::end);
        long seq = 0;
        String hash = AuditRow.START;
        List<AuditRow> rows = page(seq);
        while (!rows.isEmpty() && seq < end.lastRow()) {
            for (AuditRow row : rows) {
                Optional<String> why = flaw(row, seq, hash);
                if (why.isPresent()) {
                    return new Verdict.Broken(seq + 1, why.get());
                }
                seq = row.seq();
                hash = row.hash();
                if (seq == end.lastRow()) {
                    return matched(end, seq, hash);
                }
            }
            rows = page(seq);
        }
        return matched(end, seq, hash);
    }

    private static Optional<String> flaw(AuditRow row, long before, String hash) {
        if (row.seq() != before + 1) {
            return Optional.of("it is missing");
        }
        if (!hash.equals(row.previousHash())) {
            return Optional.of("it does not follow from the row before");
        }
        return row.isIntact() ? Optional.empty() : Optional.of("it was changed");
    }

    /// Rows cut off at the end leave a chain that is intact in itself; the head knows better.
    private static Verdict matched(AuditTable.End end, long seq, String hash) {
        if (end.head().isEmpty()) {
            return new Verdict.Broken(seq + 1, "the note of where the chain ends is missing");
        }
        AuditTable.Head head = end.head().get();
        if (head.seq() > seq) {
            return new Verdict.Broken(seq + 1, "rows at the end are missing");
        }
        if (head.seq() < seq) {
            return new Verdict.Broken(head.seq() + 1, "it was added past the end of the chain");
        }
        return head.hash().equals(hash)
                ? new Verdict.Intact(seq)
                : new Verdict.Broken(seq, "it is not what the chain ended with");
    }

    /// Writes every row as a JSON object a line.
    public void export(Appendable out) throws IOException {
        long seq = 0;
        for (List<AuditRow> rows = page(seq); !rows.isEmpty(); rows = page(seq)) {
            for (AuditRow row : rows) {
                out.append(json(row)).append('\n');
                seq = row.seq();
            }
        }
    }

    private List<AuditRow> page(long after) {
        return store.read(transaction -> table.behind(transaction, after, PAGE));
    }

    private static String json(AuditRow row) {
        return MAPPER.createObjectNode()
                .put("seq", row.seq())
                .put("at", row.at().toString())
                .put("kind", row.kind())
                .put("intent", row.intentSeq())
                .put("actor", row.what().actor())
                .put("act", row.what().act())
                .put("target", row.what().target())
                .put("detail", row.what().detail())
                .put("correlation", row.what().correlation())
                .put("hash", row.hash())
                .toString();
    }
}

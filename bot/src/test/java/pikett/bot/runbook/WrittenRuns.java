package pikett.bot.runbook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pikett.adapters.store.Store;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.bot.audit.AuditId;
import pikett.config.Language;

/// Runs as the desk writes them, for tests of who reads them.
public final class WrittenRuns {
    private static final Origin ORIGIN =
            new Origin(
                    new Destination("telegram", "-1"),
                    new Subject("run"),
                    Language.EN,
                    ZoneOffset.UTC,
                    "c");

    private WrittenRuns() {}

    /// @param ended when it had succeeded; empty when it still goes on
    public static void write(
            Store store, Plan plan, String requester, Instant started, Optional<Instant> ended) {
        Runs runs = new Runs();
        Run run =
                new Run(
                        new RunId(UUID.randomUUID().toString()),
                        plan,
                        requester,
                        List.of(),
                        ORIGIN,
                        new AuditId(1),
                        started,
                        -1);
        store.write(transaction -> {
            runs.open(transaction, run);
            return ended.map(at -> runs.end(transaction, run.id(), RunEnd.SUCCEEDED, at));
        });
    }
}

package pikett.bot.runbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.bot.audit.AuditId;

/// The runs in the database, and what they hold for themselves. Part of the caller's transaction.
final class Runs {
    /// Who touches a target now.
    record Holder(String target, String person, Instant since) {}

    /// Somebody else's run that already holds one of the targets.
    Optional<Holder> holder(Handle transaction, Plan plan) {
        return transaction
                .createQuery("SELECT * FROM run_locks WHERE target IN (<targets>) ORDER BY since")
                .bindList("targets", List.copyOf(plan.targets()))
                .map((row, _) ->
                        new Holder(
                                row.getString("target"),
                                row.getString("person"),
                                Instant.ofEpochMilli(row.getLong("since"))))
                .findFirst();
    }

    /// Opens the run and takes its targets. The primary key of `run_locks` is what keeps a second run
    /// out, also between processes; ask [#holder] first for a friendly answer.
    void open(Handle transaction, Run run) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO runs
                            (id, plan, requester, approvers, language, zone, channel, address, subject,
                             audit_id, correlation, started_at, step)
                        VALUES
                            (:id, :plan, :requester, :approvers, :language, :zone, :channel, :address,
                             :subject, :auditId, :correlation, :startedAt, -1)
                        """)
                .bind("id", run.id().value())
                .bind("plan", PlanJson.write(run.plan()))
                .bind("requester", run.requester())
                .bind("approvers", String.join(" ", run.approvers()))
                .bindMap(OriginColumns.of(run.origin()))
                .bind("auditId", run.auditId().value())
                .bind("startedAt", run.startedAt().toEpochMilli())
                .execute();
        for (String target : run.plan().targets()) {
            transaction
                    .createUpdate(
                            "INSERT INTO run_locks (target, run_id, person, since)"
                                    + " VALUES (:target, :run, :person, :since)")
                    .bind("target", target)
                    .bind("run", run.id().value())
                    .bind("person", run.requester())
                    .bind("since", run.startedAt().toEpochMilli())
                    .execute();
        }
    }

    /// Notes, before it is started, that a step will have been started.
    void stepped(Handle transaction, RunId run, int step) {
        transaction
                .createUpdate("UPDATE runs SET step = :step WHERE id = :id")
                .bind("step", step)
                .bind("id", run.value())
                .execute();
    }

    /// Ends the run and gives its targets back.
    ///
    /// @return false when it had ended before, and nothing changed
    boolean end(Handle transaction, RunId run, RunEnd how, Instant at) {
        int ended =
                transaction
                        .createUpdate(
                                """
                                UPDATE runs SET ended_at = :at, outcome = :how
                                WHERE id = :id AND ended_at IS NULL
                                """)
                        .bind("at", at.toEpochMilli())
                        .bind("how", how.name())
                        .bind("id", run.value())
                        .execute();
        transaction
                .createUpdate("DELETE FROM run_locks WHERE run_id = :id")
                .bind("id", run.value())
                .execute();
        return ended == 1;
    }

    /// Runs that have started and not ended, as the database knows it.
    List<Run> open(Handle transaction) {
        return transaction
                .createQuery("SELECT * FROM runs WHERE ended_at IS NULL ORDER BY started_at")
                .map((row, _) -> run(row))
                .list();
    }

    /// Runs that went on at some time between these two, the latest first; without those whose plans
    /// another version wrote.
    List<PastRuns.PastRun> between(Handle transaction, Instant from, Instant until) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM runs
                        WHERE (ended_at IS NULL OR ended_at >= :from) AND started_at <= :until
                        ORDER BY started_at DESC
                        """)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, _) -> past(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PastRuns.PastRun> past(ResultSet row) throws SQLException {
        String requester = row.getString("requester");
        Instant startedAt = Instant.ofEpochMilli(row.getLong("started_at"));
        Optional<RunEnd> end = Optional.ofNullable(row.getString("outcome")).map(RunEnd::valueOf);
        return PlanJson.readable(row.getString("plan"))
                .map(plan -> new PastRuns.PastRun(plan, requester, startedAt, end));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getString("id")),
                PlanJson.read(row.getString("plan")),
                row.getString("requester"),
                Arrays.stream(row.getString("approvers").split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                OriginColumns.read(row),
                new AuditId(row.getLong("audit_id")),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getInt("step"));
    }
}

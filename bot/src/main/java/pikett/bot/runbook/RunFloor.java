package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.bot.access.Person;
import pikett.bot.audit.AuditId;
import pikett.bot.audit.AuditLog;
import pikett.bot.card.Card;

/// Where runs are performed and accounted for.
///
/// A run that is open in the database and that this process does not know is *unknown*: it was cut off,
/// and it is never repeated.
///
/// Safe for use by many threads.
final class RunFloor {
    private static final Logger LOG = LoggerFactory.getLogger(RunFloor.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Store store;
    private final AuditLog audit;
    private final RunCards cards;
    private final Supplier<RunEnvironment> environment;
    private final Supplier<String> ids;
    private final RunWitness witness;
    private final Runs runs = new Runs();
    private final Map<RunId, Execution> executions = new ConcurrentHashMap<>();

    /// @param environment of this moment; a run keeps the one that it began in
    /// @param ids unguessable and never repeated
    RunFloor(
            Store store,
            AuditLog audit,
            RunCards cards,
            Supplier<RunEnvironment> environment,
            Supplier<String> ids,
            RunWitness witness) {
        this.store = store;
        this.audit = audit;
        this.cards = cards;
        this.environment = environment;
        this.ids = ids;
        this.witness = witness;
    }

    Instant now() {
        return environment.get().clock().instant();
    }

    /// Somebody's run that touches the same thing.
    Optional<Runs.Holder> holder(Handle transaction, Plan plan) {
        return runs.holder(transaction, plan);
    }

    /// Writes the intent and opens the run; nothing happens on a host before [#launch(Run)].
    Run open(Handle transaction, Offer offer, List<String> approvers) {
        AuditId intent =
                audit.intend(
                        transaction,
                        RunAudit.intent(
                                offer.plan(), offer.requester(), approvers, offer.origin()));
        Run run =
                new Run(
                        new RunId(ids.get()),
                        offer.plan(),
                        offer.requester(),
                        approvers,
                        offer.origin(),
                        intent,
                        now(),
                        -1);
        runs.open(transaction, run);
        cards.show(transaction, run.origin(), RunCard.of(RunProgress.of(run)));
        return run;
    }

    /// Performs a run whose opening is durable.
    void launch(Run run) {
        Execution execution =
                new Execution(
                        run,
                        environment.get(),
                        step ->
                                store.write(transaction -> {
                                    runs.stepped(transaction, run.id(), step);
                                    return step;
                                }),
                        this::show,
                        this::finish);
        executions.put(run.id(), execution);
        FailPoint.INTENT_COMMITTED.pass();
        LOG.info(
                "run started run={} plan={} requester={} correlation={}",
                run.id().value(),
                run.plan().name(),
                run.requester(),
                run.origin().correlation());
        execution.start();
    }

    /// Ends the running step; what was started before it is not undone.
    Pressed stop(RunId id, Person person, Permission permission) {
        Execution execution = executions.get(id);
        if (execution == null) {
            return new Pressed.Gone();
        }
        if (!permission.mayRun(person, execution.run().plan())) {
            return new Pressed.Refused(OfferRule.Refusal.NOT_PERMITTED);
        }
        execution.stop(person.name());
        return new Pressed.Stopping();
    }

    /// Tells of every run that an earlier process left open. To be called once, before the first
    /// [#launch(Run)].
    void settleInterrupted() {
        for (Run run : store.read(runs::open)) {
            LOG.warn("run was cut off run={} plan={}", run.id().value(), run.plan().name());
            settle(cutOff(run));
        }
    }

    /// Waits for what runs; what is not over in time is given up as unknown.
    void close(Duration atMost) {
        Instant deadline = now().plus(atMost);
        for (Execution execution : List.copyOf(executions.values())) {
            try {
                Duration left = Duration.between(now(), deadline);
                if (!execution.await(left.isPositive() ? left : Duration.ofMillis(1))) {
                    settled(cutOff(execution.run()), true);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private RunProgress cutOff(Run run) {
        RunProgress progress = RunProgress.of(run);
        if (run.step() >= 0) {
            progress = progress.with(run.step(), new RunProgress.Status.CutOff());
        }
        return progress.ended(new RunProgress.End(RunEnd.UNKNOWN, now(), Optional.empty()));
    }

    private void show(RunProgress progress) {
        show(progress.run(), () -> RunCard.of(progress));
    }

    /// Whatever fails here, the run goes on: the next change, and the end in any case, show it again.
    private void show(Run run, Supplier<Card> card) {
        try {
            store.write(transaction -> {
                cards.show(transaction, run.origin(), card.get());
                return run;
            });
        } catch (RuntimeException e) {
            LOG.warn("progress not shown run={}", run.id().value(), e);
        }
    }

    private void finish(RunProgress progress) {
        try {
            for (boolean first = true; !settled(progress, first); first = false) {
                environment.get().pause().pause(BETWEEN_TRIES);
            }
        } catch (InterruptedException _) {
            // Shutdown: the next start finds the run open and calls it unknown.
            Thread.currentThread().interrupt();
        } finally {
            executions.remove(progress.run().id());
        }
    }

    /// Whether the end is durable. A database that does not answer may do so later; whatever else fails
    /// may be what is said of the run, so its end is then written without that.
    ///
    /// @param first whether a failure is news
    private boolean settled(RunProgress progress, boolean first) {
        String run = progress.run().id().value();
        try {
            settle(progress);
            return true;
        } catch (StoreUnavailableException e) {
            tellOnce(first, "end of run not written yet run=" + run, e);
            return false;
        } catch (RuntimeException e) {
            tellOnce(first, "end of run cannot be told, writing it alone run=" + run, e);
            return settledUntold(progress, first);
        }
    }

    private boolean settledUntold(RunProgress progress, boolean first) {
        Run run = progress.run();
        try {
            write(progress, _ -> {});
        } catch (RuntimeException e) {
            tellOnce(first, "end of run not written at all run=" + run.id().value(), e);
            return false;
        }
        show(run, () -> RunCard.brief(progress));
        return true;
    }

    private static void tellOnce(boolean first, String what, RuntimeException e) {
        if (first) {
            LOG.error("{}", what, e);
        }
    }

    /// What happened, its audit and what is said of it, in one transaction; only the first end counts.
    private void settle(RunProgress progress) {
        Run run = progress.run();
        write(
                progress,
                transaction -> {
                    cards.show(transaction, run.origin(), RunCard.of(progress));
                    // A runbook takes long enough to look away; a restart is still being watched.
                    if (run.plan().kind() == Plan.Kind.RUNBOOK) {
                        cards.announce(transaction, run, RunCard.announcement(progress));
                    }
                });
    }

    /// @param told what is said of it, if this is the first end
    private void write(RunProgress progress, Consumer<Handle> told) {
        Run run = progress.run();
        RunProgress.End end = progress.end().orElseThrow();
        boolean ended =
                store.write(transaction -> {
                    FailPoint.BEFORE_RESULT_COMMIT.pass();
                    boolean first = runs.end(transaction, run.id(), end.how(), end.at());
                    if (first) {
                        audit.result(transaction, run.auditId(), RunAudit.result(progress));
                        told.accept(transaction);
                    }
                    return first;
                });
        FailPoint.BEFORE_REPLY.pass();
        LOG.info("run ended run={} how={}", run.id().value(), end.how());
        if (ended) {
            witness.ended(run.plan(), run.requester(), run.startedAt(), RunCard.seen(progress));
        }
    }
}

package pikett.bot.app;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.bot.inbound.Listener;
import pikett.bot.inbound.Route;
import pikett.bot.runbook.RunDesk;
import pikett.config.file.ConfigResult;

/// Has everything follow a configuration: first the one of the start, later others. The database, the outbox,
/// the polling, the runs and the states of the checks go on meanwhile and know nothing of it.
///
/// Used by one thread at a time.
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Reached reached;
    private final Looks looks;
    private final Beside beside;
    private final Ways ways;
    private Looks.Planned planned;

    /// What it tells of a change.
    record Ways(TodaysChats chats, Redaction redaction, RunDesk desk) {}

    Following(Reached reached, Looks looks, Beside beside, Ways ways) {
        this.reached = reached;
        this.looks = looks;
        this.beside = beside;
        this.ways = ways;
        this.planned = looks.plan(reached.now(), Optional.empty());
    }

    /// Begins with the configuration that is followed already.
    ///
    /// @return what is served
    List<Route> begin() {
        planned.heartbeats().begun();
        looks.follow(planned);
        beside.follow(ways.chats().get());
        return looks.routes(planned);
    }

    /// Follows another one, or fails and stays with the one that is.
    void follow(ConfigResult.Loaded next, Optional<Listener> door) {
        ways.redaction().keepOut(next.secrets());
        Reached.Now before = reached.now();
        Reached.Now after = reached.prepare(next.config());
        Looks.Planned looked = looks.plan(after, Optional.of(planned));
        ways.desk()
                .between(() -> {
                    reached.become(after);
                    try {
                        looks.follow(looked);
                    } catch (RuntimeException e) {
                        reached.become(before);
                        throw e;
                    }
                });
        planned = looked;
        settle(door);
    }

    /// What is left is followed already, or does not matter to what is.
    private void settle(Optional<Listener> door) {
        asFarAsItGoes(() -> door.ifPresent(listener -> listener.serve(looks.routes(planned))));
        asFarAsItGoes(() -> beside.follow(ways.chats().get()));
        asFarAsItGoes(() -> ways.chats().report());
        // Otherwise those that are new are counted from when the database is back, and those
        // that are no more are forgotten with the next start.
        asFarAsItGoes(() -> planned.heartbeats().goingOn());
    }

    private static void asFarAsItGoes(Runnable deed) {
        try {
            deed.run();
        } catch (StoreUnavailableException e) {
            LOG.warn("the database is away, this follows with the next start", e);
        } catch (RuntimeException e) {
            // Not passed on: whoever asked would be told that the old configuration stays.
            LOG.error("a part of the new configuration follows with the next start only", e);
        }
    }
}

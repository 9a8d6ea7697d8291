package pikett.alerts.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Assessment;
import pikett.alerts.incident.Case;
import pikett.alerts.incident.Filed;
import pikett.alerts.incident.IncidentLedger;
import pikett.alerts.incident.Post;
import pikett.alerts.incident.Scene;
import pikett.alerts.incident.Telling;
import pikett.alerts.incident.TellingRule;
import pikett.alerts.mute.Mute;
import pikett.alerts.mute.Mutes;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Rate;

/// Looks at incidents, writes down what became of them and posts what is to be said, within the
/// transaction of whoever calls. Safe for use by many threads.
public final class Round {
    private final IncidentLedger ledger = new IncidentLedger();
    private final SilenceTable silences = new SilenceTable();
    private final Outbox outbox;
    private final HeldBack heldBack;
    private final BrokenRoutes brokenRoutes;
    private final StormDesk stormDesk;
    private final LateDesk lateDesk;
    private final Supplier<NotifyRules> rules;
    private final InstantSource clock;
    private final AtomicLong saved = new AtomicLong();

    /// @param rules those of the configuration that holds at the moment
    /// @param capacity how many messages a destination can take, as its channel declares it
    public Round(
            Outbox outbox,
            Supplier<NotifyRules> rules,
            Function<Destination, Rate> capacity,
            InstantSource clock) {
        this.outbox = outbox;
        this.heldBack = new HeldBack(outbox);
        this.brokenRoutes = new BrokenRoutes(outbox, ledger);
        this.stormDesk = new StormDesk(outbox, capacity);
        this.lateDesk = new LateDesk(ledger);
        this.rules = rules;
        this.clock = clock;
    }

    Outbox outbox() {
        return outbox;
    }

    HeldBack heldBack() {
        return heldBack;
    }

    BrokenRoutes brokenRoutes() {
        return brokenRoutes;
    }

    StormDesk stormDesk() {
        return stormDesk;
    }

    LateDesk lateDesk() {
        return lateDesk;
    }

    IncidentLedger ledger() {
        return ledger;
    }

    NotifyRules rules() {
        return rules.get();
    }

    /// As fine as the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Writes down what became of alerts.
    void save(Handle transaction, Collection<Filed> alerts) {
        saved.incrementAndGet();
        ledger.saveAlerts(transaction, alerts);
    }

    /// How often alerts were saved so far; within the lock of the ledger.
    long saved() {
        return saved.get();
    }

    void run(Handle transaction, Collection<Case> cases, Instant now) {
        run(transaction, cases, firing(transaction), now);
    }

    /// What fires and may hide something: all of it, or nothing where the rules do not ask for it. To read a
    /// thousand alerts for each that comes would take longer than everything else.
    List<Alert> firing(Handle transaction) {
        return rules.get().alertsHideOthers() ? ledger.firing(transaction) : List.of();
    }

    /// @param firing as [#firing(Handle)] gives it
    void run(Handle transaction, Collection<Case> cases, List<Alert> firing, Instant now) {
        NotifyRules current = rules.get();
        TellingRule rule = new TellingRule(current.groupWait(), current.repeatAfter());
        Scene scene = scene(transaction, current, firing, now);
        List<Case.Assessed> assessed = assess(cases, scene, rule);
        Set<String> stormy = stormDesk.begin(transaction, assessed, current.everyone(), now);
        if (!stormy.isEmpty()) {
            stormy.addAll(scene.storms());
            assessed = assess(cases, scene.with(stormy), rule);
        }
        ledger.save(transaction, assessed, now);
        heldBack.note(transaction, assessed);
        noteHidden(transaction, assessed, now);
        stormDesk.note(transaction, assessed, current.everyone(), now);
        Set<Destination> awake = stormDesk.awake(transaction, now);
        for (Case.Assessed each : assessed) {
            each.posts().forEach(post -> say(transaction, post, awake.contains(post.to())));
        }
    }

    /// A silence that hid something ends when nothing is left, also if that was there for a moment only.
    private void noteHidden(Handle transaction, List<Case.Assessed> assessed, Instant now) {
        Set<SilenceId> hiding = new HashSet<>();
        for (Case.Assessed each : assessed) {
            for (Telling telling : each.tellings().values()) {
                for (Mute mute : telling.hiding()) {
                    if (mute instanceof Mute.BySilence silence) {
                        hiding.add(silence.silence());
                    }
                }
            }
        }
        if (!hiding.isEmpty()) {
            silences.active(transaction, now).stream()
                    .filter(silence -> hiding.contains(silence.id()))
                    .filter(silence ->
                            SilenceWatch.step(silence, true, now) == SilenceWatch.Step.NOTE_MATCH)
                    .forEach(silence -> silences.matched(transaction, silence.id(), now));
        }
    }

    private static List<Case.Assessed> assess(
            Collection<Case> cases, Scene scene, TellingRule rule) {
        Assessment assessment = new Assessment(scene, rule);
        return cases.stream().map(assessment::of).toList();
    }

    private void say(Handle transaction, Post post, boolean quiet) {
        outbox.post(
                transaction,
                post.to(),
                post.subject(),
                post.content(),
                post.urgency(),
                post.silent() || quiet);
    }

    private Scene scene(Handle transaction, NotifyRules current, List<Alert> firing, Instant now) {
        Mutes mutes =
                new Mutes(
                        firing,
                        silences.active(transaction, now),
                        current.inhibitions(),
                        current.dependencies(),
                        now);
        return new Scene(
                current.routes(),
                mutes,
                current.windows(),
                current.everyone(),
                brokenRoutes.detours(transaction, current),
                lateDesk.late(transaction, current),
                stormDesk.chats(transaction),
                now);
    }
}

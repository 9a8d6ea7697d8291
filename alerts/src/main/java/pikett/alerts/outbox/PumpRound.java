package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.failpoint.FailPoint;

/// One round of the pump: write down what ended, start what is due. Used by the pump's thread.
final class PumpRound {
    private static final Logger LOG = LoggerFactory.getLogger(PumpRound.class);
    private static final Duration NOTHING_DUE = Duration.ofDays(1);

    private final DeliveryLedger ledger;
    private final SendingDesk desk;
    private final Decisions decisions;
    private final Map<String, RateShaper> shapers;
    private final PutBack putBack = new PutBack();
    private boolean recovered;

    /// What decisions depend on beside what happened.
    record Decisions(InstantSource clock, DoubleSupplier chance) {
        Next after(Attempt attempt, SendOutcome outcome) {
            return DeliveryRule.after(attempt, outcome, clock.instant(), chance.getAsDouble());
        }
    }

    PumpRound(DeliveryLedger ledger, SendingDesk desk, Decisions decisions) {
        this.ledger = ledger;
        this.desk = desk;
        this.decisions = decisions;
        this.shapers =
                desk.limits().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        limits -> new RateShaper(limits.getValue())));
    }

    int sending() {
        return desk.busy();
    }

    void abandon() {
        desk.abandon();
    }

    /// @return how long nothing more is due
    Duration go(boolean startMore) {
        if (!recovered) {
            recover();
            recovered = true;
        }
        keepWaitsShort();
        writeDown();
        return startMore ? startDue() : NOTHING_DUE;
    }

    /// What an earlier process was sending may have arrived.
    private void recover() {
        for (Claimed cutOff : ledger.sending()) {
            SendOutcome outcome = new SendOutcome.MaybeSent("cut off while it was sent");
            Next next = decisions.after(attempt(cutOff), outcome);
            LOG.warn("delivery={} was cut off next={}", cutOff.delivery().id().value(), next);
            ledger.record(cutOff.delivery(), next, decisions.clock().instant());
        }
    }

    /// Whoever waits half a minute does not wait an hour longer because the clock was put back by it.
    private void keepWaitsShort() {
        Instant now = decisions.clock().instant();
        Duration back = putBack.by(now);
        if (back.isPositive()) {
            LOG.warn("clock was put back by={}, what waits is due so much earlier", back);
            ledger.dueEarlier(back, now);
            shapers.values().forEach(shaper -> shaper.putBack(back));
        }
        putBack.note(now);
    }

    private Attempt attempt(Claimed claimed) {
        return claimed.attempt(desk.edits(claimed.delivery().to().channel()));
    }

    private void writeDown() {
        for (Optional<Ended> over = desk.next(); over.isPresent(); over = desk.next()) {
            writeDown(over.get());
        }
    }

    private void writeDown(Ended over) {
        Delivery delivery = over.claimed().delivery();
        Next next = decisions.after(attempt(over.claimed()), over.outcome());
        Instant now = decisions.clock().instant();
        ledger.record(delivery, next, now);
        FailPoint.RECORDED.pass();
        desk.written(over);
        if (over.outcome() instanceof SendOutcome.Wait) {
            shaper(delivery.to()).tooMuch(delivery.to(), now);
        }
        log(delivery, over.outcome(), next);
    }

    private Duration startDue() {
        Duration pause = NOTHING_DUE;
        List<Head> heads = ledger.heads();
        for (Head head : heads) {
            if (desk.isFull()) {
                return pause;
            }
            if (desk.takes(head.to())) {
                Duration wait = start(head);
                pause = wait.compareTo(pause) < 0 ? wait : pause;
            }
        }
        return pause;
    }

    /// @return how long until it may start; a day when it was started, for its end wakes the pump
    private Duration start(Head head) {
        Instant now = decisions.clock().instant();
        Instant allowed = shaper(head.to()).earliest(head.to(), now);
        Instant due = head.due().isAfter(allowed) ? head.due() : allowed;
        if (due.isAfter(now)) {
            return Duration.between(now, due).plusMillis(1);
        }
        Optional<Claimed> claimed = ledger.claim(head, now);
        if (claimed.isPresent()) {
            FailPoint.CLAIMED.pass();
            shaper(head.to()).leaves(head.to(), now);
            desk.start(claimed.get());
        }
        return NOTHING_DUE;
    }

    private RateShaper shaper(Destination to) {
        RateShaper shaper = shapers.get(to.channel());
        return shaper == null ? new RateShaper(List.of()) : shaper;
    }

    private static void log(Delivery delivery, SendOutcome outcome, Next next) {
        switch (next) {
            case Next.Done _ ->
                    LOG.debug(
                            "sent delivery={} attempt={}",
                            delivery.id().value(),
                            delivery.attempt());
            case Next.Dead(String reason, boolean broken) ->
                    LOG.error(
                            "given up delivery={} to={} subject={} destination-broken={} reason=\"{}\"",
                            delivery.id().value(),
                            delivery.to(),
                            delivery.subject().value(),
                            broken,
                            reason);
            case Next.Again _, Next.Paused _, Next.AsNewMessage _, Next.AtNewAddress _ -> {
                // Of many attempts only the first is worth a line that people see; our own pace is
                // none, nobody can do anything about it.
                if (delivery.attempt() == 1 && !(outcome instanceof SendOutcome.KeptBack)) {
                    LOG.warn("not sent delivery={} next={}", delivery.id().value(), next);
                } else {
                    LOG.debug("not sent delivery={} next={}", delivery.id().value(), next);
                }
            }
        }
    }
}

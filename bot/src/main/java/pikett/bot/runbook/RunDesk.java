package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.Store;
import pikett.alerts.outbox.Outbox;
import pikett.bot.access.Person;
import pikett.bot.audit.AuditLog;
import pikett.bot.runbook.OfferRule.Refusal;
import pikett.bot.runbook.OfferRule.Verdict;

/// Where acts on hosts are asked for, agreed to, started and stopped.
///
/// A plan starts in the one transaction that closes its offer, takes its targets, writes the intent to
/// the audit and opens the run: if any of it fails, nothing runs.
///
/// Safe for use by many threads.
public final class RunDesk {
    /// How long a person has to press the button.
    public static final Duration TO_CONFIRM = Duration.ofMinutes(1);

    /// How long other persons have to agree.
    public static final Duration TO_AGREE = Duration.ofMinutes(10);

    private static final Duration KEEP_ENDED_OFFERS = Duration.ofDays(2);

    private final Store store;
    private final RunCards cards;
    private final Planner planner;
    private final Permission permission;
    private final RunFloor floor;
    private final Supplier<String> ids;
    private final Offers offers = new Offers();
    private final ReadWriteLock deciding = new ReentrantReadWriteLock();

    /// How a desk keeps and tells what it does.
    ///
    /// @param redaction takes secrets out of what is shown
    /// @param ids unguessable and never repeated
    /// @param witness is told of what has ended
    public record Ways(
            Store store,
            Outbox outbox,
            UnaryOperator<String> redaction,
            AuditLog audit,
            Supplier<String> ids,
            RunWitness witness) {}

    /// A desk whose cards leave through the outbox.
    ///
    /// @param environment of this moment; a run keeps the one that it began in
    public static RunDesk open(
            Ways ways,
            Supplier<RunEnvironment> environment,
            Planner planner,
            Permission permission) {
        RunCards cards = new OutboxRunCards(ways.outbox(), ways.redaction());
        RunFloor floor =
                new RunFloor(
                        ways.store(), ways.audit(), cards, environment, ways.ids(), ways.witness());
        return new RunDesk(ways.store(), cards, planner, permission, floor, ways.ids());
    }

    RunDesk(
            Store store,
            RunCards cards,
            Planner planner,
            Permission permission,
            RunFloor floor,
            Supplier<String> ids) {
        this.store = store;
        this.cards = cards;
        this.planner = planner;
        this.permission = permission;
        this.floor = floor;
        this.ids = ids;
    }

    /// Tells of every run that an earlier process left open. To be called once, before anything is
    /// asked for.
    public void settleInterrupted() {
        floor.settleInterrupted();
    }

    /// Waits for what runs; what is not over in time is given up as unknown.
    public void close(Duration atMost) {
        floor.close(atMost);
    }

    /// Shows the plan in the message of the wish and waits for a yes; starts at once where none is
    /// asked for.
    public Asked ask(Plan plan, Person person, Origin origin) {
        boolean immediate = !plan.confirm() && plan.agreements() == 1;
        return carriedOut(transaction -> {
            if (!permission.mayRun(person, plan)) {
                return new Decided<>(new Asked.NotPermitted());
            }
            Offer offer = offer(plan, person, origin, floor.now());
            Optional<Runs.Holder> holder = floor.holder(transaction, plan);
            if (holder.isPresent()) {
                return new Decided<>(new Asked.Busy(holder.get().person(), holder.get().since()));
            }
            if (immediate) {
                return new Decided<>(
                        new Asked.Started(), floor.open(transaction, offer, List.of()));
            }
            offers.forgetBefore(transaction, floor.now().minus(KEEP_ENDED_OFFERS));
            offers.add(transaction, offer);
            cards.show(transaction, origin, OfferCard.open(offer));
            return new Decided<>(new Asked.Offered());
        });
    }

    /// What is told, and the run that starts once that is durable.
    private record Decided<T>(T told, Optional<Run> run) {
        Decided(T told) {
            this(told, Optional.empty());
        }

        Decided(T told, Run run) {
            this(told, Optional.of(run));
        }
    }

    private <T> T carriedOut(Function<Handle, Decided<? extends T>> decision) {
        deciding.readLock().lock();
        try {
            Decided<? extends T> decided = store.write(decision);
            decided.run().ifPresent(floor::launch);
            return decided.told();
        } finally {
            deciding.readLock().unlock();
        }
    }

    /// Changes what names mean between two decisions, so that whoever agreed to a plan gets what it meant.
    public void between(Runnable change) {
        deciding.writeLock().lock();
        try {
            change.run();
        } finally {
            deciding.writeLock().unlock();
        }
    }

    /// A person pressed a button of an offer or of a run.
    public Pressed press(Ticket ticket, Presser presser) {
        return switch (ticket.press()) {
            case YES -> answer(ticket.id(), OfferRule.Answer.YES, presser);
            case NO -> answer(ticket.id(), OfferRule.Answer.NO, presser);
            case STOP -> floor.stop(new RunId(ticket.id()), presser.person(), permission);
        };
    }

    private Pressed answer(String nonce, OfferRule.Answer answer, Presser presser) {
        return carriedOut(transaction ->
                offers.find(transaction, nonce)
                        .map(offer -> carryOut(transaction, offer, answer, presser))
                        .orElse(new Decided<>(new Pressed.Gone())));
    }

    private Decided<Pressed> carryOut(
            Handle transaction, Offer offer, OfferRule.Answer answer, Presser presser) {
        String person = presser.person().name();
        OfferRule.Press press =
                new OfferRule.Press(
                        answer,
                        person,
                        permission.mayRun(presser.person(), offer.plan()),
                        presser.destination(),
                        presser.subject(),
                        fingerprintNow(offer),
                        floor.now());
        return switch (OfferRule.decide(offer, press)) {
            case Verdict.Start _ -> start(transaction, offer, person);
            case Verdict.Agreed(int missing) -> {
                offers.agree(transaction, offer.nonce(), person);
                show(transaction, offer.nonce());
                yield new Decided<>(new Pressed.Agreed(missing));
            }
            case Verdict.Cancelled _ -> {
                offers.close(transaction, offer.nonce(), Offer.State.CANCELLED);
                cards.show(transaction, offer.origin(), OfferCard.cancelled(offer, person));
                yield new Decided<>(new Pressed.Cancelled());
            }
            case Verdict.Refused refused -> {
                switch (refused.refusal()) {
                    case EXPIRED -> showOver(transaction, offer, RunPhrase.EXPIRED);
                    case PLAN_CHANGED -> showOver(transaction, offer, RunPhrase.PLAN_CHANGED);
                    case NOT_PERMITTED,
                            OTHER_MESSAGE,
                            TAKEN,
                            CANCELLED,
                            NOT_YOURS,
                            NEEDS_ANOTHER_PERSON,
                            ALREADY_AGREED -> {}
                }
                yield new Decided<>(new Pressed.Refused(refused.refusal()));
            }
        };
    }

    private Decided<Pressed> start(Handle transaction, Offer offer, String person) {
        Optional<Runs.Holder> holder = floor.holder(transaction, offer.plan());
        if (holder.isPresent()) {
            return new Decided<>(new Pressed.Busy(holder.get().person(), holder.get().since()));
        }
        if (!offers.close(transaction, offer.nonce(), Offer.State.TAKEN)) {
            return new Decided<>(new Pressed.Refused(Refusal.TAKEN));
        }
        FailPoint.APPROVAL_TAKEN.pass();
        List<String> approvers =
                Stream.concat(offer.agreed().stream(), Stream.of(person))
                        .filter(name -> !name.equals(offer.requester()))
                        .toList();
        return new Decided<>(new Pressed.Started(), floor.open(transaction, offer, approvers));
    }

    private void showOver(Handle transaction, Offer offer, RunPhrase why) {
        cards.show(transaction, offer.origin(), OfferCard.over(offer, why));
    }

    private void show(Handle transaction, String nonce) {
        offers.find(transaction, nonce)
                .ifPresent(offer -> cards.show(transaction, offer.origin(), OfferCard.open(offer)));
    }

    /// No plan can be made any more, or somebody who agreed to it may not run it any more: no fingerprint is
    /// equal to the empty one.
    private String fingerprintNow(Offer offer) {
        boolean allMay =
                offer.agreed().stream().allMatch(name -> permission.mayRun(name, offer.plan()));
        return allMay && planner.again(offer.plan()) instanceof Planner.Outcome.Planned(Plan now)
                ? fingerprint(now, offer.requester())
                : "";
    }

    /// Of the plan, and of who asked for it: a name may be given to somebody else.
    private String fingerprint(Plan plan, String requester) {
        return planner.fingerprint(plan)
                + permission.number(requester).map(number -> " " + number).orElse("");
    }

    private Offer offer(Plan plan, Person person, Origin origin, Instant now) {
        return new Offer(
                ids.get(),
                plan,
                fingerprint(plan, person.name()),
                person.name(),
                List.of(person.name()),
                origin,
                Offer.State.OPEN,
                now.plus(plan.agreements() > 1 ? TO_AGREE : TO_CONFIRM));
    }
}

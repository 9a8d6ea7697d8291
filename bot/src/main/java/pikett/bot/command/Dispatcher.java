package pikett.bot.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.access.Gate;
import pikett.bot.access.Order;
import pikett.bot.access.Person;
import pikett.bot.access.Verdict;
import pikett.bot.access.VerdictTally;
import pikett.bot.card.RichText;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Freshness;
import pikett.bot.telegram.Incoming;
import pikett.bot.telegram.IncomingHandler;
import pikett.bot.telegram.PressAnswer;
import pikett.bot.trace.Trail;
import pikett.config.PikettConfig;
import pikett.config.Role;

/// Lets what arrived through the gate, and has it answered.
///
/// Safe for use by many threads. Decides at once and answers on virtual threads, so that no request
/// waits for another's; one person has a bounded number of requests worked on.
public final class Dispatcher implements IncomingHandler, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Surface surface;
    private final Map<String, ChatCommand> commands;
    private final Redeemer redeemer;
    private final Refusals refusals;
    private final PersonPermits permits = new PersonPermits();
    private final VerdictTally tally = new VerdictTally();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What the dispatcher works with.
    ///
    /// @param config the configuration of this moment
    /// @param botId our own account
    /// @param correlations makes the id of a request, short and unique
    public record Surface(
            Supplier<PikettConfig> config,
            long botId,
            Answers answers,
            Toasts toasts,
            Chats chats,
            InstantSource clock,
            Supplier<String> correlations) {}

    /// @param redeemer takes the presses of buttons that redeem an offer
    public Dispatcher(Surface surface, List<ChatCommand> commands, Redeemer redeemer) {
        this.surface = surface;
        this.commands =
                commands.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ChatCommand::name, Function.identity()));
        this.redeemer = redeemer;
        this.refusals = new Refusals(surface, this.commands.keySet());
    }

    @Override
    public CompletionStage<?> handle(Incoming incoming, Freshness freshness) {
        PikettConfig config = surface.config().get();
        Gate gate =
                new Gate(
                        config.people(),
                        List.copyOf(config.telegram().chats().values()),
                        surface.botId(),
                        roles(),
                        Gate.MAXIMUM_AGE);
        Verdict verdict = gate.decide(incoming, freshness, surface.clock().instant());
        tally.add(verdict);
        if (verdict instanceof Verdict.Silent(Verdict.Reason reason)) {
            log.debug("met with silence reason={}", reason);
            return CompletableFuture.completedStage(reason);
        }
        if (verdict instanceof Verdict.GroupMoved(long from, long to)) {
            return moved(from, to);
        }
        Work work =
                new Work(config, incoming, surface.correlations().get(), surface.clock().instant());
        return CompletableFuture.runAsync(
                Trail.carry(() ->
                        Correlation.run(
                                work.correlation(), actor(verdict), () -> act(work, verdict))),
                threads);
    }

    /// With each message anew: the configuration may say another one by now.
    private Map<String, Role> roles() {
        return commands.values().stream()
                .collect(Collectors.toUnmodifiableMap(ChatCommand::name, ChatCommand::leastRole));
    }

    /// At once and before anything else is decided: what is written under the new id comes next.
    private CompletionStage<?> moved(long from, long to) {
        surface.chats().moved(from, to);
        Incoming.Place there = new Incoming.Place(to, Optional.empty(), false);
        refusals.tellOfMove(surface.config().get(), there);
        return CompletableFuture.completedStage(to);
    }

    /// What the gate has decided since the start.
    public VerdictTally verdicts() {
        return tally;
    }

    /// Waits for what is being worked on, a bounded time; then interrupts it.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void act(Work work, Verdict verdict) {
        switch (verdict) {
            case Verdict.Allowed(Person person, Order order) -> allowed(work, person, order);
            case Verdict.Chatter(Person person) ->
                    allowed(work, person, new Order.Run(HelpCommand.NAME, ""));
            case Verdict.Silent _, Verdict.GroupMoved _ -> log.debug("nothing to answer");
            case Verdict.Stranger _,
                    Verdict.ForeignChat _,
                    Verdict.Expired _,
                    Verdict.Interrupted _,
                    Verdict.NotPermitted _,
                    Verdict.NotYourService _,
                    Verdict.UnknownCommand _,
                    Verdict.UnknownButton _ ->
                    refusals.refuse(work, verdict);
        }
    }

    private void allowed(Work work, Person person, Order order) {
        Request request = work.request(person, order);
        boolean admitted = permits.with(person, order, () -> answered(work, request, order));
        if (!admitted) {
            log.warn("too many requests at once");
            refusals.say(
                    work,
                    person,
                    phrases -> RefusalCard.busy(phrases, permits.inUse(person, order)));
        }
    }

    private void answered(Work work, Request request, Order order) {
        OutboxAnswer answer = work.open(surface.answers());
        try {
            switch (order) {
                case Order.Run(String name, String _) -> {
                    if (isTooOld(work)) {
                        refusals.forgotten(work, request.person());
                    } else {
                        run(request, name, answer);
                    }
                }
                case Order.Redeem(String nonce) -> redeem(work, request, nonce, answer);
            }
        } catch (RuntimeException e) {
            // The top of a command: whatever it is, the person hears of it and others are not hurt.
            log.error("a request failed inside request={}", order, e);
            RichText text =
                    RefusalCard.innerError(Phrases.in(request.language()), request.correlation());
            answer.show(RefusalCard.card(text));
        } finally {
            surface.answers().close(answer);
        }
    }

    /// Answers the press, if it is one. Telegram does not say when a button was pressed, only that it
    /// has forgotten the press: then it waited somewhere while we were away.
    private boolean isTooOld(Work work) {
        return work.callbackId()
                .filter(id -> surface.toasts().answer(id, Optional.empty()) == PressAnswer.TOO_OLD)
                .isPresent();
    }

    private void run(Request request, String name, Answer answer) {
        ChatCommand command = commands.get(name);
        if (command == null) {
            throw new IllegalStateException(
                    "the gate let /" + name + " pass, which does not exist");
        }
        log.info("command={} arguments={}", name, request.arguments().size());
        command.answer(request, answer);
    }

    private void redeem(Work work, Request request, String nonce, OutboxAnswer answer) {
        OneToast toast = new OneToast(surface.toasts(), work.callbackId());
        try {
            redeemer.redeem(new Press(request, nonce, toast), answer);
        } finally {
            toast.end();
        }
    }

    private static String actor(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(Person person, Order _) -> person.name();
            case Verdict.Chatter(Person person) -> person.name();
            case Verdict.UnknownCommand(Person person, String _) -> person.name();
            case Verdict.UnknownButton(Person person) -> person.name();
            case Verdict.Expired(Person person) -> person.name();
            case Verdict.Interrupted(Person person) -> person.name();
            case Verdict.NotPermitted(Person person, String _, Role _) -> person.name();
            case Verdict.NotYourService(Person person, String _) -> person.name();
            case Verdict.Stranger(Incoming.Sender sender, Incoming.Place _) ->
                    "stranger:" + sender.id();
            case Verdict.ForeignChat _, Verdict.GroupMoved _, Verdict.Silent _ -> "nobody";
        };
    }
}

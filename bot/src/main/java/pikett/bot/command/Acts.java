package pikett.bot.command;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pikett.bot.access.Person;
import pikett.bot.access.Rights;
import pikett.bot.access.Verdict;
import pikett.bot.card.Card;
import pikett.bot.card.RichText;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.bot.runbook.Asked;
import pikett.bot.runbook.Origin;
import pikett.bot.runbook.Plan;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.RunDesk;

/// Brings what a person asked for to the desk, and tells why when nothing comes of it. What `/restart`
/// and `/recover` share.
public final class Acts {
    private final RunDesk desk;

    Acts(RunDesk desk) {
        this.desk = desk;
    }

    /// Whether a person may run a plan: the role it asks for, and every service that it is about. Who is
    /// limited to some services may run no plan with a command, because that could touch anything.
    public static boolean mayRun(Person person, Plan plan) {
        return refusal(person, plan).isEmpty();
    }

    void ask(Planner.Outcome outcome, Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        switch (outcome) {
            case Planner.Outcome.Planned(Plan plan) -> ask(plan, request, answer);
            case Planner.Outcome.Misfit misfit -> say(answer, ActText.misfit(misfit, phrases));
            case Planner.Outcome.TooMany(String runbook, int expected) ->
                    say(
                            answer,
                            phrases.count(
                                    ActPhrase.TOO_MANY_VALUES, expected, arg("name", runbook)));
            case Planner.Outcome.Absent(String name) ->
                    say(answer, phrases.text(ActPhrase.ABSENT, arg("name", name)));
        }
    }

    private void ask(Plan plan, Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        refusal(request.person(), plan)
                .ifPresentOrElse(
                        text -> answer.show(RefusalCard.card(text.apply(phrases))),
                        () -> desk(plan, request, answer, phrases));
    }

    /// Why the person may not run the plan; empty when they may.
    private static Optional<Function<Phrases, RichText>> refusal(Person person, Plan plan) {
        if (!person.config().role().atLeast(plan.leastRole())) {
            Verdict.NotPermitted denied =
                    new Verdict.NotPermitted(person, plan.name(), plan.leastRole());
            return Optional.of(phrases -> RefusalCard.notPermitted(phrases, denied));
        }
        if (!person.config().isBound()) {
            return Optional.empty();
        }
        if (plan.sequence().stream().anyMatch(step -> step.scope().isEmpty())) {
            return Optional.of(phrases -> RefusalCard.beyondServices(phrases, plan.name()));
        }
        return plan.sequence().stream()
                .flatMap(step -> step.scope().stream())
                .filter(service -> !Rights.may(person, plan.leastRole(), service))
                .findFirst()
                .map(service -> new Verdict.NotYourService(person, service))
                .map(denied -> phrases -> RefusalCard.notYourService(phrases, denied));
    }

    private void desk(Plan plan, Request request, Answer answer, Phrases phrases) {
        Origin origin =
                new Origin(
                        answer.destination(),
                        answer.subject(),
                        request.language(),
                        request.zone(),
                        request.correlation());
        switch (desk.ask(plan, request.person(), origin)) {
            case Asked.Offered _, Asked.Started _ -> {
                // The desk shows what comes next in the same message.
            }
            case Asked.Busy(String person, var since) ->
                    say(answer, ActText.busy(person, since, phrases, request.zone()));
            case Asked.NotPermitted _ -> say(answer, phrases.text(ActPhrase.NOT_PERMITTED));
        }
    }

    static void say(Answer answer, String text) {
        answer.show(
                new Card(new RichTextBuilder().plain(text).build(), List.of(), Optional.empty()));
    }
}

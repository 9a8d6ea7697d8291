package pikett.bot.runbook;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// A run as people see it: live while it runs, and what came of it.
final class RunCard {
    private RunCard() {}

    static Card of(RunProgress progress) {
        Phrases phrases = phrases(progress);
        RichTextBuilder text = new RichTextBuilder();
        text.sayBold(phrases, title(progress), name(progress, phrases)).line();
        people(text, progress.run(), phrases);
        int number = 0;
        for (RunProgress.Step step : progress.steps()) {
            number++;
            step(text.line(), number, step, progress.run(), phrases);
        }
        progress.end().ifPresent(end -> ending(text.line(), end, phrases));
        evidence(text, progress);
        return new Card(text.build(), buttons(progress, phrases), Optional.empty());
    }

    /// What came of it and nothing more, for when more cannot be said.
    static Card brief(RunProgress progress) {
        Phrases phrases = phrases(progress);
        RichTextBuilder text = new RichTextBuilder();
        text.sayBold(phrases, title(progress), name(progress, phrases)).line();
        people(text, progress.run(), phrases);
        return new Card(text.build(), List.of(), Optional.empty());
    }

    /// The end in a line or two, for those who looked away.
    static Card announcement(RunProgress progress) {
        Phrases phrases = phrases(progress);
        Run run = progress.run();
        RichTextBuilder text = new RichTextBuilder();
        text.sayBold(phrases, title(progress), name(progress, phrases)).line();
        lastOutcome(progress)
                .ifPresent(outcome ->
                        text.value(
                                        OutcomeText.line(
                                                outcome,
                                                OutcomeText.reasons(run, phrases.language())))
                                .plain(" · "));
        Duration took = Duration.between(run.startedAt(), progress.end().orElseThrow().at());
        text.value(phrases.figures().duration(took)).plain(" · ");
        people(text, run, phrases);
        return new Card(text.build(), List.of(), Optional.empty());
    }

    /// What was done, and what came of it, in a line.
    static String seen(RunProgress progress) {
        Phrases phrases = phrases(progress);
        String done = phrases.text(title(progress), name(progress, phrases));
        return lastOutcome(progress)
                .map(outcome ->
                        done
                                + " · "
                                + OutcomeText.line(
                                        outcome,
                                        OutcomeText.reasons(progress.run(), phrases.language())))
                .orElse(done);
    }

    private static Phrases phrases(RunProgress progress) {
        return Phrases.in(progress.run().origin().language());
    }

    private static pikett.bot.language.Arg name(RunProgress progress, Phrases phrases) {
        return arg("name", progress.run().plan().title(phrases.language()));
    }

    private static RunPhrase title(RunProgress progress) {
        boolean restart = progress.run().plan().kind() == Plan.Kind.RESTART;
        if (progress.end().isEmpty()) {
            return restart ? RunPhrase.RESTARTING : RunPhrase.RUNNING;
        }
        return switch (progress.end().get().how()) {
            case SUCCEEDED -> restart ? RunPhrase.RESTARTED : RunPhrase.RAN;
            case FAILED -> restart ? RunPhrase.RESTART_FAILED : RunPhrase.RUN_FAILED;
            case STOPPED -> restart ? RunPhrase.RESTART_STOPPED : RunPhrase.RUN_STOPPED;
            case UNKNOWN -> restart ? RunPhrase.RESTART_UNKNOWN : RunPhrase.RUN_UNKNOWN;
        };
    }

    private static void people(RichTextBuilder text, Run run, Phrases phrases) {
        if (run.approvers().isEmpty()) {
            text.say(phrases, RunPhrase.BY, arg("person", run.requester()));
        } else {
            text.say(
                    phrases,
                    RunPhrase.BY_WITH,
                    arg("person", run.requester()),
                    arg("people", String.join(", ", run.approvers())));
        }
    }

    private static void step(
            RichTextBuilder text, int number, RunProgress.Step step, Run run, Phrases phrases) {
        text.plain(mark(step.status()) + " " + number + ". ");
        PlanText.step(text, step.what(), phrases);
        switch (step.status()) {
            case RunProgress.Status.Waiting _ -> {}
            case RunProgress.Status.Running(var since) ->
                    text.plain(" · ")
                            .say(
                                    phrases,
                                    RunPhrase.SINCE,
                                    arg(
                                            "time",
                                            phrases.figures().clock(since, run.origin().zone())));
            case RunProgress.Status.CutOff _ -> text.plain(" · ").say(phrases, RunPhrase.CUT_OFF);
            case RunProgress.Status.Ended(StepOutcome outcome, Duration took) ->
                    text.plain(" · ")
                            .value(
                                    OutcomeText.line(
                                            outcome, OutcomeText.reasons(run, phrases.language())))
                            .plain(" · ")
                            .value(phrases.figures().duration(took));
        }
    }

    private static String mark(RunProgress.Status status) {
        return switch (status) {
            case RunProgress.Status.Waiting _ -> "▫️";
            case RunProgress.Status.Running _ -> "⏳";
            case RunProgress.Status.CutOff _ -> "❔";
            case RunProgress.Status.Ended(StepOutcome outcome, var _) ->
                    outcome.succeeded() ? "✅" : outcome.unknown() ? "❔" : "❌";
        };
    }

    private static void ending(RichTextBuilder text, RunProgress.End end, Phrases phrases) {
        end.stoppedBy()
                .ifPresent(
                        person -> text.say(phrases, RunPhrase.STOPPED_BY, arg("person", person)));
        if (end.how() == RunEnd.UNKNOWN) {
            text.say(phrases, RunPhrase.NOT_REPEATED);
        }
    }

    private static void evidence(RichTextBuilder text, RunProgress progress) {
        List<String> lines = lastOutcome(progress).map(OutcomeText::evidence).orElse(List.of());
        if (!lines.isEmpty()) {
            text.line().pre(String.join("\n", lines));
        }
    }

    private static Optional<StepOutcome> lastOutcome(RunProgress progress) {
        return progress.steps().stream()
                .map(RunProgress.Step::status)
                .filter(RunProgress.Status.Ended.class::isInstance)
                .map(status -> ((RunProgress.Status.Ended) status).outcome())
                .reduce((_, later) -> later);
    }

    private static List<List<Button>> buttons(RunProgress progress, Phrases phrases) {
        Run run = progress.run();
        if (progress.end().isEmpty()) {
            String nonce = new Ticket(run.id().value(), Ticket.Press.STOP).nonce();
            return List.of(
                    List.of(
                            new Button(
                                    phrases.text(RunPhrase.BUTTON_STOP),
                                    Button.Tone.DANGER,
                                    new Button.Act.Redeem(nonce))));
        }
        List<Button> next = new ArrayList<>();
        if (run.plan().kind() == Plan.Kind.RESTART) {
            String service = run.plan().name();
            next.add(typed(phrases, RunPhrase.BUTTON_STATUS, "status " + service));
            next.add(typed(phrases, RunPhrase.BUTTON_LOGS, "logs " + service));
            if (progress.end().get().how() != RunEnd.SUCCEEDED) {
                next.add(typed(phrases, RunPhrase.BUTTON_AGAIN, "restart " + service));
            }
        } else {
            next.add(typed(phrases, RunPhrase.BUTTON_STATUS, "status"));
        }
        return List.of(next);
    }

    private static Button typed(Phrases phrases, RunPhrase label, String commandLine) {
        return new Button(
                phrases.text(label), Button.Tone.NEUTRAL, new Button.Act.Type(commandLine));
    }
}

package pikett.bot.runbook;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;
import pikett.bot.language.Phrases;
import pikett.bot.view.ReasonText;
import pikett.config.Language;

/// How a step ended, in a line, and the last lines that show why.
final class OutcomeText {
    private static final int EVIDENCE_LINES = 10;

    private OutcomeText() {}

    /// Times are told as at the start of the run, so that a card says the same however often it is shown.
    static ReasonText reasons(Run run, Language language) {
        return new ReasonText(Phrases.in(language), run.origin().zone(), run.startedAt());
    }

    static String line(StepOutcome outcome, ReasonText reasons) {
        Phrases phrases = reasons.phrases();
        return switch (outcome) {
            case StepOutcome.Ran(ShellResult result) -> reasons.say(ShellReason.of(result));
            case StepOutcome.Watched(Verification verification) -> watched(verification, reasons);
            case StepOutcome.Absent(String name) ->
                    phrases.text(RunPhrase.ABSENT, arg("name", name));
            case StepOutcome.NotRecorded _ -> phrases.text(RunPhrase.NOT_RECORDED);
        };
    }

    private static String watched(Verification verification, ReasonText reasons) {
        Phrases phrases = reasons.phrases();
        return switch (verification) {
            case Verification.Healthy(Duration after, var _) ->
                    phrases.text(RunPhrase.HEALTHY, arg("time", phrases.figures().duration(after)));
            case Verification.Looping(int restarts, var _, var _) ->
                    phrases.count(RunPhrase.LOOPING, restarts);
            case Verification.NotHealthy(Duration within, var reading, var reason, var _) -> {
                String time = phrases.figures().duration(within);
                Optional<Reason> why = reason.or(reading::reason);
                yield why.isEmpty()
                        ? phrases.text(RunPhrase.NOT_HEALTHY, arg("time", time))
                        : phrases.text(
                                RunPhrase.NOT_HEALTHY_BECAUSE,
                                arg("time", time),
                                arg("reason", reasons.say(why.get())));
            }
        };
    }

    /// The last lines of what failed; nothing where it went well.
    static List<String> evidence(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Watched(Verification.Looping looping) -> looping.lastLines();
            case StepOutcome.Watched(Verification.NotHealthy sick) -> sick.lastLines();
            case StepOutcome.Watched(Verification.Healthy _),
                    StepOutcome.Absent _,
                    StepOutcome.NotRecorded _ ->
                    List.of();
            case StepOutcome.Ran(ShellResult.Done done) ->
                    done.succeeded() ? List.of() : tail(done.output());
            case StepOutcome.Ran(ShellResult.Killed(var _, Output output, var _)) -> tail(output);
            case StepOutcome.Ran(ShellResult.TimedOut(var _, Output output)) -> tail(output);
            case StepOutcome.Ran(ShellResult.Unknown(var _, Output output)) -> tail(output);
            case StepOutcome.Ran(ShellResult.FailedToStart _),
                    StepOutcome.Ran(ShellResult.Unreachable _),
                    StepOutcome.Ran(ShellResult.Refused _) ->
                    List.of();
        };
    }

    private static List<String> tail(Output output) {
        String text = output.error().isBlank() ? output.standard() : output.error();
        List<String> lines = text.strip().lines().toList();
        return lines.subList(Math.max(0, lines.size() - EVIDENCE_LINES), lines.size());
    }
}

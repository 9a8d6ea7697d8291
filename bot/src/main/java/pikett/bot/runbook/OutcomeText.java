package pikett.bot.runbook;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.bot.language.Phrases;

/// How a step ended, in a line, and the last lines that show why.
final class OutcomeText {
    private static final int EVIDENCE_LINES = 10;

    private OutcomeText() {}

    static String line(StepOutcome outcome, Phrases phrases, ZoneId zone) {
        return switch (outcome) {
            case StepOutcome.Ran(ShellResult result) -> shell(result, phrases, zone);
            case StepOutcome.Watched(Verification verification) -> watched(verification, phrases);
            case StepOutcome.Absent(String name) ->
                    phrases.text(RunPhrase.ABSENT, arg("name", name));
            case StepOutcome.NotRecorded _ -> phrases.text(RunPhrase.NOT_RECORDED);
        };
    }

    private static String shell(ShellResult result, Phrases phrases, ZoneId zone) {
        return switch (result) {
            case ShellResult.Done(int code, var _, var _) ->
                    phrases.text(RunPhrase.EXIT, arg("code", Integer.toString(code)));
            case ShellResult.Killed(String signal, var _, var _) ->
                    phrases.text(RunPhrase.SIGNAL, arg("signal", signal));
            case ShellResult.FailedToStart(String reason) ->
                    phrases.text(RunPhrase.NOT_STARTED, arg("reason", reason));
            case ShellResult.TimedOut(Duration after, var _) ->
                    phrases.text(
                            RunPhrase.TIMED_OUT, arg("time", phrases.figures().duration(after)));
            case ShellResult.Unreachable(String reason) ->
                    phrases.text(RunPhrase.UNREACHABLE, arg("reason", reason));
            case ShellResult.Refused(ShellResult.Refusal refusal) ->
                    refusal(refusal, phrases, zone);
            case ShellResult.Unknown(String reason, var _) ->
                    phrases.text(RunPhrase.LOST, arg("reason", reason));
        };
    }

    private static String refusal(ShellResult.Refusal refusal, Phrases phrases, ZoneId zone) {
        return switch (refusal) {
            case ShellResult.Refusal.LoginFailed _ -> phrases.text(RunPhrase.LOGIN_FAILED);
            case ShellResult.Refusal.LoginBlocked(var until) ->
                    phrases.text(
                            RunPhrase.LOGIN_BLOCKED,
                            arg("time", phrases.figures().clock(until, zone)));
            case ShellResult.Refusal.HostKeyMismatch _ -> phrases.text(RunPhrase.HOST_KEY);
            case ShellResult.Refusal.Misconfigured(String reason) ->
                    phrases.text(RunPhrase.MISCONFIGURED, arg("reason", reason));
        };
    }

    private static String watched(Verification verification, Phrases phrases) {
        return switch (verification) {
            case Verification.Healthy(Duration after, var _) ->
                    phrases.text(RunPhrase.HEALTHY, arg("time", phrases.figures().duration(after)));
            case Verification.Looping(int restarts, var _, var _) ->
                    phrases.count(RunPhrase.LOOPING, restarts);
            case Verification.NotHealthy(Duration within, var reading, var reason, var _) -> {
                String time = phrases.figures().duration(within);
                Optional<String> why = reason.or(reading::reason);
                yield why.isEmpty()
                        ? phrases.text(RunPhrase.NOT_HEALTHY, arg("time", time))
                        : phrases.text(
                                RunPhrase.NOT_HEALTHY_BECAUSE,
                                arg("time", time),
                                arg("reason", why.get()));
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

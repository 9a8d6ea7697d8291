package pikett.bot.runbook;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// A plan's steps as people read them. Arguments are shown as typed, so that nothing in them can pass
/// for our own words.
final class PlanText {
    private PlanText() {}

    static void step(RichTextBuilder text, PlannedStep step, Phrases phrases) {
        switch (step) {
            case PlannedStep.Run(String host, List<String> command, var _) -> {
                text.say(phrases, RunPhrase.STEP_RUN, arg("host", host)).plain(" ");
                words(text, command);
            }
            case PlannedStep.Restart(String service) ->
                    text.say(phrases, RunPhrase.STEP_RESTART).plain(" ").code(service);
            case PlannedStep.WaitHealthy(String service, var within) ->
                    text.say(
                                    phrases,
                                    RunPhrase.STEP_WAIT,
                                    arg("within", phrases.figures().duration(within)))
                            .plain(" ")
                            .code(service);
        }
    }

    /// Each argument is a piece of its own, so that one with a space is not taken for two.
    private static void words(RichTextBuilder text, List<String> command) {
        for (int index = 0; index < command.size(); index++) {
            if (index > 0) {
                text.plain(" ");
            }
            text.code(command.get(index).isEmpty() ? "''" : command.get(index));
        }
    }
}

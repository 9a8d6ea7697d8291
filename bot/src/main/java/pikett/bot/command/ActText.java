package pikett.bot.command;

import static pikett.bot.language.Arg.arg;

import java.time.Instant;
import java.time.ZoneId;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Phrases;
import pikett.bot.runbook.OfferRule.Refusal;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.Pressed;

/// What came of a wish or of a press, in a line. Pure.
final class ActText {
    private static final int LONGEST_VALUE = 40;

    private ActText() {}

    static String pressed(Pressed pressed, Phrases phrases, ZoneId zone) {
        return switch (pressed) {
            case Pressed.Started _ -> phrases.text(ActPhrase.STARTED);
            case Pressed.Agreed(int missing) -> phrases.count(ActPhrase.AGREED, missing);
            case Pressed.Cancelled _ -> phrases.text(ActPhrase.CANCELLED);
            case Pressed.Stopping _ -> phrases.text(ActPhrase.STOPPING);
            case Pressed.Gone _ -> phrases.text(ActPhrase.GONE);
            case Pressed.Busy(String person, Instant since) -> busy(person, since, phrases, zone);
            case Pressed.Refused refused -> phrases.text(phrase(refused.refusal()));
        };
    }

    static String busy(String person, Instant since, Phrases phrases, ZoneId zone) {
        return phrases.text(
                ActPhrase.BUSY,
                arg("person", person),
                arg("time", phrases.figures().clock(since, zone)));
    }

    private static ActPhrase phrase(Refusal refusal) {
        return switch (refusal) {
            case NOT_PERMITTED -> ActPhrase.NOT_PERMITTED;
            case OTHER_MESSAGE -> ActPhrase.OTHER_MESSAGE;
            case TAKEN -> ActPhrase.TAKEN;
            case CANCELLED -> ActPhrase.ALREADY_CANCELLED;
            case EXPIRED -> ActPhrase.EXPIRED;
            case NOT_YOURS -> ActPhrase.NOT_YOURS;
            case NEEDS_ANOTHER_PERSON -> ActPhrase.NEEDS_ANOTHER_PERSON;
            case ALREADY_AGREED -> ActPhrase.ALREADY_AGREED;
            case PLAN_CHANGED -> ActPhrase.PLAN_CHANGED;
        };
    }

    /// Why there is no plan.
    static String misfit(Planner.Outcome.Misfit misfit, Phrases phrases) {
        String what =
                misfit.value().isEmpty()
                        ? phrases.text(ActPhrase.MISSING_VALUE, arg("name", misfit.parameter()))
                        : phrases.text(
                                ActPhrase.WRONG_VALUE,
                                arg("name", misfit.parameter()),
                                arg("value", CardLimits.cut(misfit.value().get(), LONGEST_VALUE)));
        return misfit.example()
                .map(example ->
                        what
                                + " "
                                + phrases.text(
                                        ActPhrase.EXAMPLE,
                                        arg(
                                                "line",
                                                "/recover " + misfit.runbook() + " " + example)))
                .orElse(what);
    }
}

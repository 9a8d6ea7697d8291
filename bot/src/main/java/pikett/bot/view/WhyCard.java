package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Said;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.OutboxOverview.Addressed;
import pikett.alerts.rule.Because;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// Why chats were told of an incident, or were not: what its alerts are, how they came together, what was
/// decided in the order in which it came to be so, and what became of the messages.
public final class WhyCard {
    private static final int MOST_ALERTS = 8;
    private static final int MOST = 20;
    private static final int LONGEST = 120;

    private WhyCard() {}

    /// @param reasons in the order in which it came to be so
    /// @param deliveries of the incident's messages
    /// @param redaction takes secrets out of a text
    public static Card of(
            Room room,
            IncidentFacts facts,
            List<Said> reasons,
            List<Addressed> deliveries,
            UnaryOperator<String> redaction) {
        Phrases phrases = room.phrases();
        RichTextBuilder text = new RichTextBuilder();
        text.sayBold(
                        phrases,
                        IncidentPhrase.WHY_HEAD,
                        arg("number", "" + facts.story().incident().number().value()),
                        arg("what", IncidentText.title(phrases, facts)))
                .line();
        List<Alert> alerts = facts.alerts();
        alerts.stream().limit(MOST_ALERTS).forEach(alert -> alert(text, phrases, alert, redaction));
        if (alerts.size() > MOST_ALERTS) {
            text.count(phrases, IncidentPhrase.MORE, alerts.size() - MOST_ALERTS).line();
        }
        Labels group = facts.story().incident().group().labels();
        text.say(phrases, IncidentPhrase.WHY_GROUP, arg("labels", LabelsText.all(group, redaction)))
                .line();
        List<Said> latest = reasons.subList(Math.max(0, reasons.size() - MOST), reasons.size());
        latest.forEach(said -> text.value(line(room, said)).line());
        DeliveryText arrived = new DeliveryText(room, deliveries, redaction);
        facts.story().tellings().forEach(told -> text.value(arrived.of(told)).line());
        return new Card(text.build(), List.of(), Optional.empty());
    }

    private static void alert(
            RichTextBuilder text, Phrases phrases, Alert alert, UnaryOperator<String> redaction) {
        text.plain("• ").value(LabelsText.all(alert.matchable(), redaction)).line();
        var rule = arg("check", CardLimits.cut(redaction.apply(alert.source()), LONGEST));
        BecauseText.inFull(phrases, Because.of(alert.latest().facts()), redaction)
                .ifPresentOrElse(
                        values ->
                                text.say(
                                        phrases,
                                        alert.firing()
                                                ? IncidentPhrase.WHY_RULE
                                                : IncidentPhrase.WHY_RULE_HELD,
                                        rule,
                                        arg("values", values)),
                        () -> text.say(phrases, IncidentPhrase.WHY_CHECK, rule));
        text.line();
    }

    private static String line(Room room, Said said) {
        Phrases phrases = room.phrases();
        var time = arg("time", room.time(said.at()));
        var chat = arg("chat", CardLimits.cut(said.chat(), LONGEST));
        return switch (said.reason()) {
            case Reason.GroupWait(var until) ->
                    phrases.text(
                            IncidentPhrase.WHY_WAITS, time, chat, arg("until", room.time(until)));
            case Reason.Hidden(List<Mute> by) ->
                    phrases.text(IncidentPhrase.WHY_HIDDEN, time, chat, arg("what", mutes(by)));
            case Reason.First(String route) ->
                    phrases.text(IncidentPhrase.WHY_FIRST, time, chat, arg("route", route));
            case Reason.InsteadOf(String other, String why) ->
                    phrases.text(
                            IncidentPhrase.WHY_INSTEAD,
                            time,
                            chat,
                            arg("other", other),
                            arg("reason", CardLimits.cut(why, LONGEST)));
            case Reason.Worse _ -> phrases.text(IncidentPhrase.WHY_WORSE, time, chat);
            case Reason.Repeated _ -> phrases.text(IncidentPhrase.WHY_REPEATED, time, chat);
            case Reason.Undelivered _ -> phrases.text(IncidentPhrase.WHY_UNDELIVERED, time, chat);
            case Reason.Fallback _ -> phrases.text(IncidentPhrase.WHY_FALLBACK, time, chat);
            case Reason.Over _ -> phrases.text(IncidentPhrase.WHY_OVER, time, chat);
            case Reason.OverUntold _ -> phrases.text(IncidentPhrase.WHY_OVER_UNTOLD, time, chat);
            case Reason.InStorm _ -> phrases.text(IncidentPhrase.WHY_STORM, time, chat);
        };
    }

    private static String mutes(List<Mute> by) {
        String all =
                by.stream()
                        .map(mute ->
                                switch (mute) {
                                    case Mute.BySilence silence ->
                                            "🔕 " + silence.silence().value() + " " + silence.by();
                                    case Mute.ByInhibition inhibition -> inhibition.name();
                                    case Mute.ByDependency dependency -> dependency.service();
                                    case Mute.ByWindow window -> "🌙 " + window.window();
                                })
                        .collect(Collectors.joining(", "));
        return CardLimits.cut(all, LONGEST);
    }
}

package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Telling;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.incident.TimelineEntry.Kind;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.Destination;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// An incident in one message: alarm, evidence, who has it, what was done, how it ended.
public final class IncidentCard {
    private static final int MOST_ACTS = 5;
    private static final int LONGEST_LINE = 160;

    /// A card is edited seldom: a shorter time would be wrong by the time it is read.
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private IncidentCard() {}

    /// The incident as it is now.
    ///
    /// @param redaction takes secrets out of a text
    public static Card of(
            Room room, IncidentFacts facts, Surroundings around, UnaryOperator<String> redaction) {
        Phrases phrases = room.phrases();
        Incident incident = facts.story().incident();
        RichTextBuilder text = new RichTextBuilder();
        text.plain(incident.resolved() ? "✅ " : IncidentText.icon(incident.severity()) + " ")
                .bold(IncidentText.title(phrases, facts))
                .plain(" · ")
                .plain(IncidentText.severity(phrases, incident.worst()))
                .line();
        when(text, room, facts);
        new EvidenceText(text, room, redaction).append(facts.alerts());
        around.waiting()
                .filter(_ -> !incident.resolved())
                .ifPresent(past -> WaitingText.append(text, phrases, past));
        EarlierText.append(text, room, around.earlier());
        people(text, room, facts);
        around.otherWays().forEach(way -> otherWay(text, room, way));
        hidden(text, room, facts, around.at());
        return new Card(text.build(), buttons(phrases, facts, around), Optional.empty());
    }

    private static void when(RichTextBuilder text, Room room, IncidentFacts facts) {
        Phrases phrases = room.phrases();
        Incident incident = facts.story().incident();
        facts.alerts().stream()
                .findFirst()
                .flatMap(IncidentText::place)
                .ifPresent(host -> text.value(host).plain(" · "));
        Instant from = incident.openedAt();
        Instant to = incident.resolvedAt().orElse(room.now());
        String span = phrases.figures().duration(Duration.between(from, to));
        if (incident.resolvedAt().isPresent()) {
            text.say(
                    phrases,
                    IncidentPhrase.LASTED,
                    arg("from", room.time(from)),
                    arg("to", room.time(to)),
                    arg("span", span));
        } else if (Duration.between(from, to).compareTo(YOUNG) < 0) {
            text.say(phrases, IncidentPhrase.SINCE_NOW, arg("time", room.time(from)));
        } else {
            text.say(
                    phrases, IncidentPhrase.SINCE, arg("time", room.time(from)), arg("span", span));
        }
        if (facts.memory().timesThisWeek() > 1) {
            text.plain(" · ")
                    .count(phrases, IncidentPhrase.THIS_WEEK, facts.memory().timesThisWeek());
        }
        text.plain(" · #" + incident.number().value()).line();
        if (incident.changes().flapping()) {
            text.count(phrases, IncidentPhrase.FLAPPING, incident.changes().lately()).line();
        }
    }

    private static void people(RichTextBuilder text, Room room, IncidentFacts facts) {
        Phrases phrases = room.phrases();
        facts.memory()
                .last()
                .flatMap(last -> last.fix())
                .ifPresent(fix ->
                        text.say(
                                        phrases,
                                        IncidentPhrase.LAST_TIME,
                                        arg("what", CardLimits.cut(fix.what(), LONGEST_LINE)),
                                        arg("person", fix.by()),
                                        arg("span", phrases.figures().duration(fix.before())))
                                .line());
        facts.story()
                .incident()
                .taken()
                .ifPresent(taken ->
                        text.say(
                                        phrases,
                                        IncidentPhrase.TAKEN,
                                        arg("person", taken.by()),
                                        arg("time", room.time(taken.at())))
                                .line());
        List<TimelineEntry> acts =
                facts.story().timeline().stream()
                        .filter(entry -> entry.kind() == Kind.ACTED)
                        .toList();
        for (TimelineEntry act : acts.subList(Math.max(0, acts.size() - MOST_ACTS), acts.size())) {
            text.say(
                            phrases,
                            IncidentPhrase.ACTED,
                            arg("time", room.time(act.at())),
                            arg("person", act.who()),
                            arg("what", CardLimits.cut(act.detail(), LONGEST_LINE)))
                    .line();
        }
    }

    private static void otherWay(RichTextBuilder text, Room room, Surroundings.OtherWay way) {
        String channel = CardLimits.cut(way.channel(), LONGEST_LINE);
        way.arrived()
                .ifPresentOrElse(
                        at ->
                                text.say(
                                        room.phrases(),
                                        IncidentPhrase.OTHER_WAY,
                                        arg("channel", channel),
                                        arg("time", room.time(at))),
                        () ->
                                text.say(
                                        room.phrases(),
                                        IncidentPhrase.OTHER_WAY_WAITS,
                                        arg("channel", channel)));
        text.line();
    }

    private static void hidden(
            RichTextBuilder text, Room room, IncidentFacts facts, Destination at) {
        boolean otherwise = false;
        for (Mute mute : mutes(facts, at)) {
            switch (mute) {
                case Mute.BySilence silence ->
                        text.say(
                                        room.phrases(),
                                        IncidentPhrase.HIDDEN_BY_SILENCE,
                                        arg("person", silence.by()),
                                        arg("time", room.time(silence.until())))
                                .line();
                case Mute.ByInhibition _, Mute.ByDependency _, Mute.ByWindow _ -> otherwise = true;
            }
        }
        if (otherwise) {
            String number = Long.toString(facts.story().incident().number().value());
            text.say(room.phrases(), IncidentPhrase.HIDDEN_OTHERWISE, arg("number", number)).line();
        }
    }

    /// What hides alerts of it from this chat. Only a window is about one chat; all else hides from all,
    /// also where nothing was to be told.
    private static Set<Mute> mutes(IncidentFacts facts, Destination at) {
        Set<Mute> mutes = new LinkedHashSet<>();
        for (Telling telling : facts.story().tellings()) {
            telling.hiding().stream()
                    .filter(mute -> !(mute instanceof Mute.ByWindow) || telling.to().equals(at))
                    .forEach(mutes::add);
        }
        return mutes;
    }

    private static List<List<Button>> buttons(
            Phrases phrases, IncidentFacts facts, Surroundings around) {
        Incident incident = facts.story().incident();
        if (incident.resolved()) {
            return List.of();
        }
        String number = Long.toString(incident.number().value());
        Optional<String> service =
                facts.services().stream().filter(around.services()::contains).findFirst();
        List<Button> first = new ArrayList<>();
        if (incident.state() == IncidentState.OPEN) {
            first.add(Buttons.primary(phrases.text(IncidentPhrase.TAKE), "ack", number));
        }
        service.ifPresent(name ->
                first.add(Buttons.types(phrases.text(IncidentPhrase.RESTART), "restart", name)));
        List<Button> second = new ArrayList<>();
        service.ifPresent(
                name -> second.add(Buttons.types(phrases.text(IncidentPhrase.LOGS), "logs", name)));
        second.add(Buttons.types(phrases.text(IncidentPhrase.SILENCE), "silence", number));
        second.add(Buttons.types(phrases.text(IncidentPhrase.WHY), "why", number));
        List<Button> runbook =
                around
                        .runbook()
                        .map(offered ->
                                Buttons.types(
                                        "🧰 " + offered.title(phrases), "recover", offered.name()))
                        .stream()
                        .toList();
        return Stream.of(first, runbook, second).filter(row -> !row.isEmpty()).toList();
    }
}

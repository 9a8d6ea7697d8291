package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormFacts;
import pikett.alerts.storm.StormIncident;
import pikett.alerts.storm.Suspect;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.OutsideText;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// Many incidents at once, in one message; the list of all is its file.
public final class StormCard {
    private static final int MOST = 8;
    private static final int LONGEST = 80;
    private static final String FILE = "storm.txt";

    private StormCard() {}

    public static Card of(Room room, Storm storm, StormFacts facts) {
        Phrases phrases = room.phrases();
        RichTextBuilder text = new RichTextBuilder();
        int firing = facts.all().size() - facts.over();
        text.count(phrases, IncidentPhrase.STORM, firing).line();
        if (storm.endedAt().isPresent()) {
            text.say(phrases, IncidentPhrase.STORM_OVER).line();
        }
        facts.bySeverity()
                .forEach((severity, count) ->
                        text.plain(IncidentText.icon(severity) + " " + count + "  "));
        text.line();
        Optional<Storm.Awake> awake =
                storm.awake().filter(someone -> someone.until().isAfter(room.now()));
        awake.ifPresent(someone ->
                text.say(
                                phrases,
                                IncidentPhrase.STORM_AWAKE,
                                arg("person", CardLimits.cut(someone.by(), LONGEST)),
                                arg("time", room.time(someone.until())))
                        .line());
        suspect(text, facts.suspect());
        counts(text, facts.byService());
        counts(text, facts.byHost());
        facts.newestCritical().forEach(incident -> text.value(line(room, incident)).line());
        text.say(phrases, IncidentPhrase.STORM_FILE);
        String all =
                facts.all().stream()
                        .map(incident -> OutsideText.inline(line(room, incident)))
                        .collect(Collectors.joining("\n"));
        boolean loud = storm.endedAt().isEmpty() && awake.isEmpty();
        List<List<Button>> rows =
                loud
                        ? List.of(
                                List.of(
                                        Buttons.primary(
                                                phrases.text(IncidentPhrase.I_AM_AWAKE), "awake")))
                        : List.of();
        return new Card(text.build(), rows, Optional.of(new Card.TextFile(FILE, all)));
    }

    /// The sound is off.
    public static Card awake(Room room, Instant until) {
        return words(
                new RichTextBuilder()
                        .say(
                                room.phrases(),
                                IncidentPhrase.AWAKE_NOW,
                                arg("time", room.time(until))));
    }

    /// There is nothing to be awake for.
    public static Card noStorm(Phrases phrases) {
        return words(new RichTextBuilder().say(phrases, IncidentPhrase.NO_STORM));
    }

    /// For the sound that an edited card cannot make.
    public static Card note(Room room) {
        return words(new RichTextBuilder().say(room.phrases(), IncidentPhrase.STORM_NEWS));
    }

    private static Card words(RichTextBuilder text) {
        return new Card(text.build(), List.of(), Optional.empty());
    }

    private static void suspect(RichTextBuilder text, Suspect suspect) {
        switch (suspect) {
            case Suspect.NeededService(String service, int count) ->
                    text.plain("🎯 ").bold(CardLimits.cut(service, LONGEST)).plain(" ×" + count);
            case Suspect.OneHost(String host, int count) ->
                    text.plain("🎯 ").bold(CardLimits.cut(host, LONGEST)).plain(" ×" + count);
            case Suspect.OneKind(String name, int count) ->
                    text.plain("🎯 ").bold(CardLimits.cut(name, LONGEST)).plain(" ×" + count);
            case Suspect.Nobody _ -> {
                return;
            }
        }
        text.line();
    }

    private static void counts(RichTextBuilder text, Map<String, Integer> counts) {
        counts.entrySet().stream()
                .limit(MOST)
                .forEach(count ->
                        text.value(CardLimits.cut(count.getKey(), LONGEST))
                                .plain(" ×" + count.getValue() + "  "));
        if (!counts.isEmpty()) {
            text.line();
        }
    }

    private static String line(Room room, StormIncident incident) {
        String icon = incident.over() ? "✅" : IncidentText.icon(incident.severity());
        return icon
                + " #"
                + incident.number().value()
                + " "
                + IncidentText.title(room.phrases(), incident.labels(), incident.over())
                + " · "
                + room.time(incident.since());
    }
}

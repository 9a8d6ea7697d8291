package pikett.bot.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormFacts;
import pikett.alerts.storm.StormIncident;
import pikett.alerts.storm.Suspect;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
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
        suspect(text, facts.suspect());
        counts(text, facts.byService());
        counts(text, facts.byHost());
        facts.newestCritical().forEach(incident -> text.value(line(room, incident)).line());
        text.say(phrases, IncidentPhrase.STORM_FILE);
        String all =
                facts.all().stream()
                        .map(incident -> line(room, incident))
                        .collect(Collectors.joining("\n"));
        return new Card(text.build(), List.of(), Optional.of(new Card.TextFile(FILE, all)));
    }

    /// For the sound that an edited card cannot make.
    public static Card note(Room room) {
        return new Card(
                new RichTextBuilder().say(room.phrases(), IncidentPhrase.STORM_NEWS).build(),
                List.of(),
                Optional.empty());
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

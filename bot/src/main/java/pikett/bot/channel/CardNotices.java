package pikett.bot.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.pipeline.Storms;
import pikett.bot.card.Card;
import pikett.bot.channel.ToldState.Status;
import pikett.bot.delivery.CardSource;
import pikett.bot.language.Arg;
import pikett.bot.view.Headline;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.Room;
import pikett.config.Severity;

/// The same facts as the cards of Telegram, in plain text.
public final class CardNotices implements NoticeSource {
    private static final JsonMapper JSON = new JsonMapper();

    private final CardSource cards;
    private final Sources sources;
    private final Function<Destination, Room> rooms;
    private final Function<IncidentNumber, Optional<String>> links;
    private final UnaryOperator<String> redaction;

    /// Where is read what a card does not say for machines.
    public record Sources(Incidents incidents, Storms storms) {}

    /// @param rooms how one reads at a destination
    /// @param links where the card of an incident is in Telegram
    /// @param redaction takes secrets out of a text
    public CardNotices(
            CardSource cards,
            Sources sources,
            Function<Destination, Room> rooms,
            Function<IncidentNumber, Optional<String>> links,
            UnaryOperator<String> redaction) {
        this.cards = cards;
        this.sources = sources;
        this.rooms = rooms;
        this.links = links;
        this.redaction = redaction;
    }

    @Override
    public Optional<Notice> notice(Content content, Destination to) {
        Optional<TelegramTrouble> trouble = TelegramTrouble.of(content);
        if (trouble.isPresent()) {
            return trouble.map(what -> trouble(what, rooms.apply(to)));
        }
        Optional<MessageKind> kind = MessageKind.of(content);
        boolean incident =
                kind.filter(is -> is == MessageKind.INCIDENT || is == MessageKind.INCIDENT_NOTE)
                        .isPresent();
        Optional<String> text = cards.card(content, to).map(CardNotices::text);
        return incident
                ? text.flatMap(said -> incident(content, to, said))
                : text.map(said -> other(kind, content, said));
    }

    private static Notice trouble(TelegramTrouble trouble, Room room) {
        Arg since = Arg.arg("time", room.time(trouble.since()));
        String text =
                switch (trouble.what()) {
                    case TOKEN_REFUSED -> room.phrases().text(ChannelPhrase.TOKEN_REFUSED, since);
                    case ANOTHER_INSTANCE ->
                            room.phrases().text(ChannelPhrase.ANOTHER_INSTANCE, since);
                    case OVER -> room.phrases().text(ChannelPhrase.TELEGRAM_WORKS);
                };
        boolean over = trouble.what() == TelegramTrouble.What.OVER;
        return new Notice(
                Optional.empty(),
                text,
                text,
                text,
                new ToldState(over ? Status.RESOLVED : Status.FIRING, Severity.CRITICAL));
    }

    /// A card that was cut brings the whole text along.
    private static String text(Card card) {
        return card.file().map(Card.TextFile::content).orElse(card.text().text()).strip();
    }

    private Optional<Notice> incident(Content content, Destination to, String said) {
        Room room = rooms.apply(to);
        IncidentNumber number = new IncidentNumber(payload(content).path("n").asLong());
        return sources.incidents()
                .remembered(number, room.now())
                .map(IncidentFacts::of)
                .map(facts -> incident(facts, room, said(content, to, said)));
    }

    /// What only gives a reason in a chat is followed by the card, which nobody has before them here.
    private String said(Content content, Destination to, String said) {
        if (!MessageKind.INCIDENT_NOTE.is(content)) {
            return said;
        }
        Content card = MessageKind.INCIDENT.content(content.payload());
        return cards.card(card, to)
                .map(CardNotices::text)
                .map(all -> said + "\n\n" + all)
                .orElse(said);
    }

    private Notice incident(IncidentFacts facts, Room room, String text) {
        Incident incident = facts.story().incident();
        Status status =
                switch (incident.state()) {
                    case OPEN -> Status.FIRING;
                    case TAKEN -> Status.TAKEN;
                    case RESOLVED -> Status.RESOLVED;
                };
        Severity severity = incident.resolved() ? incident.worst() : incident.severity();
        Notice.About about =
                new Notice.About(
                        incident.number().value(),
                        incident.openedAt(),
                        severity,
                        redacted(Headline.labels(facts)),
                        links.apply(incident.number()));
        return new Notice(
                Optional.of(about),
                redaction.apply(Headline.of(room.phrases(), facts)),
                redaction.apply(Headline.title(room.phrases(), facts)),
                text,
                new ToldState(status, severity));
    }

    private Labels redacted(Labels labels) {
        Map<String, String> clean = new TreeMap<>();
        labels.asMap().forEach((name, value) -> clean.put(name, redaction.apply(value)));
        return Labels.of(clean);
    }

    private Notice other(Optional<MessageKind> kind, Content content, String text) {
        String first = text.lines().findFirst().orElse("");
        return new Notice(Optional.empty(), first, first, text, state(kind, content));
    }

    /// The card of a storm is told when it begins and when it is over; all else once.
    private ToldState state(Optional<MessageKind> kind, Content content) {
        if (kind.filter(is -> is == MessageKind.STORM).isEmpty()) {
            return new ToldState(Status.NOTICE, Severity.INFO);
        }
        JsonNode payload = payload(content);
        boolean over =
                sources.storms()
                        .find(
                                payload.path("chat").asText(),
                                Instant.ofEpochMilli(payload.path("began").asLong()))
                        .filter(storm -> storm.endedAt().isEmpty())
                        .isEmpty();
        return new ToldState(over ? Status.RESOLVED : Status.FIRING, Severity.CRITICAL);
    }

    private static JsonNode payload(Content content) {
        try {
            return JSON.readTree(content.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds what is no JSON", e);
        }
    }
}

package pikett.bot.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.incident.Post;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.pipeline.Silences;
import pikett.alerts.pipeline.Storms;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RedactedCard;
import pikett.bot.view.IncidentCard;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.IncidentNotes;
import pikett.bot.view.Room;
import pikett.bot.view.StormCard;
import pikett.bot.view.Surroundings;

/// Incidents, silences and storms as they are at the moment at which they are told.
public final class IncidentCards implements CardSource {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHOLE_TEXT = "incident.txt";

    private final Sources sources;
    private final Around around;
    private final Function<Destination, Room> rooms;
    private final UnaryOperator<String> redaction;

    /// Where is read what is told.
    public record Sources(Incidents incidents, Silences silences, Storms storms) {}

    /// Knows what a card says beside the incident itself.
    @FunctionalInterface
    public interface Around {
        Surroundings of(IncidentFacts facts, Destination at, Instant now);
    }

    /// @param rooms how one reads at a destination
    /// @param redaction takes secrets out of a text
    public IncidentCards(
            Sources sources,
            Around around,
            Function<Destination, Room> rooms,
            UnaryOperator<String> redaction) {
        this.sources = sources;
        this.around = around;
        this.rooms = rooms;
        this.redaction = redaction;
    }

    @Override
    public Optional<Card> card(Content content, Destination to) {
        Room room = rooms.apply(to);
        JsonNode payload = parsed(content.payload());
        // In this order: a secret that was cut in two would not be recognised any more.
        return MessageKind.of(content)
                .flatMap(kind -> rendered(kind, payload, room, to))
                .map(card -> CardLimits.fit(RedactedCard.of(card, redaction), WHOLE_TEXT));
    }

    private Optional<Card> rendered(MessageKind kind, JsonNode payload, Room room, Destination to) {
        return switch (kind) {
            case INCIDENT ->
                    facts(payload, room)
                            .map(facts ->
                                    IncidentCard.of(
                                            room,
                                            facts,
                                            around.of(facts, to, room.now()),
                                            redaction));
            case INCIDENT_NOTE ->
                    facts(payload, room)
                            .map(facts ->
                                    IncidentNotes.note(
                                            room,
                                            facts,
                                            Post.Why.valueOf(payload.path("why").asText())));
            case SILENCE ->
                    sources.silences()
                            .find(new SilenceId(payload.path("id").asLong()))
                            .map(silence ->
                                    IncidentNotes.silence(
                                            room,
                                            silence,
                                            payload.path("what").asText().equals("ENDED")));
            case HELD_BACK -> Optional.of(heldBack(payload, room));
            case ROUTE_BROKEN ->
                    Optional.of(
                            IncidentNotes.routeBroken(
                                    room,
                                    payload.path("chat").asText(),
                                    payload.path("reason").asText()));
            case STORM -> storm(payload, room);
            case STORM_NOTE -> Optional.of(StormCard.note(room));
        };
    }

    private Optional<Card> storm(JsonNode payload, Room room) {
        Instant began = Instant.ofEpochMilli(payload.path("began").asLong());
        return sources.storms()
                .find(payload.path("chat").asText(), began)
                .map(storm -> StormCard.of(room, storm, sources.storms().facts(storm)));
    }

    private Card heldBack(JsonNode payload, Room room) {
        List<IncidentFacts> incidents = new ArrayList<>();
        payload.path("incidents")
                .forEach(number -> facts(number.asLong(), room).ifPresent(incidents::add));
        return IncidentNotes.heldBack(room, incidents);
    }

    private Optional<IncidentFacts> facts(JsonNode payload, Room room) {
        return facts(payload.path("n").asLong(), room);
    }

    private Optional<IncidentFacts> facts(long value, Room room) {
        return sources.incidents()
                .remembered(new IncidentNumber(value), room.now())
                .map(IncidentFacts::of);
    }

    private static JsonNode parsed(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds what is no JSON", e);
        }
    }
}

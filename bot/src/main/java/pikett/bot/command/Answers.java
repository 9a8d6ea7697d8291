package pikett.bot.command;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.store.Store;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.storm.Storm;
import pikett.bot.telegram.Incoming;

/// Opens the messages in which requests are answered.
///
/// Safe for use by many threads. At most one answer at a time owns a message: the newest. So a slow
/// answer cannot write over a later one.
public final class Answers {
    /// What the outbox calls Telegram.
    public static final String CHANNEL = "telegram";

    private final Ways ways;
    private final ShownMessages shown;
    private final Supplier<String> ids;
    private final ConcurrentMap<Place, OutboxAnswer> current = new ConcurrentHashMap<>();

    /// @param ids makes a new id, unique for ever, with each call
    public Answers(Ways ways, ShownMessages shown, Supplier<String> ids) {
        this.ways = ways;
        this.shown = shown;
        this.ids = ids;
    }

    /// How answers leave.
    ///
    /// @param redaction takes secrets out of a text
    public record Ways(
            Store store, Outbox outbox, Receipts receipts, UnaryOperator<String> redaction) {}

    /// A place to answer in, as the outbox calls it.
    public static Destination destination(Incoming.Place place) {
        String address =
                place.topic()
                        .map(topic -> place.chat() + "/" + topic)
                        .orElseGet(() -> Long.toString(place.chat()));
        return new Destination(CHANNEL, address);
    }

    /// An answer in a message of its own.
    OutboxAnswer toMessage(Incoming.Place place) {
        return open(place, destination(place), new Subject("answer:" + ids.get()));
    }

    /// An answer in the message whose button was pressed; in a new one if that message is not known.
    OutboxAnswer toPress(Incoming.Place place, int messageId) {
        Destination destination = destination(place);
        Optional<Subject> known = shown.subjectOf(destination, Integer.toString(messageId));
        if (known.filter(Answers::tellsByItself).isPresent()) {
            // The card stays what it is: what is asked from it is answered beside it.
            return open(place, destination, new Subject("answer:" + ids.get()), true);
        }
        return open(place, destination, known.orElseGet(() -> new Subject("answer:" + ids.get())));
    }

    /// An answer about a fixed subject: what is said again edits what was said.
    OutboxAnswer about(Incoming.Place place, Subject subject) {
        return open(place, destination(place), subject);
    }

    /// Ends an answer; what it shows from now on is dropped.
    void close(OutboxAnswer answer) {
        current.remove(new Place(answer.destination(), answer.subject()), answer);
    }

    /// Whether a card is kept true by what it tells of.
    private static boolean tellsByItself(Subject subject) {
        return IncidentNumber.isCard(subject) || Storm.isCard(subject);
    }

    private OutboxAnswer open(Incoming.Place place, Destination destination, Subject subject) {
        return open(place, destination, subject, false);
    }

    private OutboxAnswer open(
            Incoming.Place place,
            Destination destination,
            Subject subject,
            boolean besideIncident) {
        Place key = new Place(destination, subject);
        // A group is not disturbed by what one person asks; the card itself says who may be needed.
        boolean silent = !place.direct();
        OutboxAnswer answer =
                new OutboxAnswer(
                        ways,
                        new OutboxAnswer.Message(destination, subject, silent, besideIncident),
                        self -> current.get(key) == self);
        current.put(key, answer);
        return answer;
    }

    private record Place(Destination destination, Subject subject) {}
}

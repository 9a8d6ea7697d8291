package pikett.bot.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import pikett.adapters.store.Store;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RedactedCard;

/// An answer that leaves through the outbox, redacted.
final class OutboxAnswer implements Answer {
    private static final String WHOLE_TEXT = "answer.txt";

    private final Answers.Ways ways;
    private final Message message;
    private final BooleanSupplier isCurrent;
    private final AtomicReference<Optional<DeliveryId>> last =
            new AtomicReference<>(Optional.empty());

    /// The message of an answer.
    ///
    /// @param besideIncident whether a button of the card of an incident or a storm was pressed for it
    record Message(
            Destination destination, Subject subject, boolean silent, boolean besideIncident) {}

    OutboxAnswer(Answers.Ways ways, Message message, Predicate<OutboxAnswer> isCurrent) {
        this.ways = ways;
        this.message = message;
        this.isCurrent = () -> isCurrent.test(this);
    }

    @Override
    public void show(Card card) {
        if (!isCurrent.getAsBoolean()) {
            return;
        }
        // In this order: a secret that was cut in two would not be recognised any more.
        Card safe = CardLimits.fit(RedactedCard.of(card, ways.redaction()), WHOLE_TEXT);
        Content content = new Content(CardJson.KIND, CardJson.write(safe));
        Store store = ways.store();
        Outbox outbox = ways.outbox();
        DeliveryId id =
                store.write(transaction ->
                        outbox.post(
                                transaction,
                                message.destination(),
                                message.subject(),
                                content,
                                Urgency.ANSWER,
                                message.silent()));
        last.set(Optional.of(id));
    }

    @Override
    public Optional<Duration> awaitArrival(Duration atMost) {
        return last.get().flatMap(id -> ways.receipts().await(id, atMost));
    }

    @Override
    public boolean besideIncident() {
        return message.besideIncident();
    }

    @Override
    public Destination destination() {
        return message.destination();
    }

    @Override
    public Subject subject() {
        return message.subject();
    }
}

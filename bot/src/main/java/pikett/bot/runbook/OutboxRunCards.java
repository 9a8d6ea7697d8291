package pikett.bot.runbook;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RedactedCard;

/// Shows runs through the outbox, redacted.
final class OutboxRunCards implements RunCards {
    private static final String WHOLE_TEXT = "run.txt";

    private final Outbox outbox;
    private final UnaryOperator<String> redaction;

    OutboxRunCards(Outbox outbox, UnaryOperator<String> redaction) {
        this.outbox = outbox;
        this.redaction = redaction;
    }

    @Override
    public void show(Handle transaction, Origin origin, Card card) {
        post(transaction, origin, origin.subject(), card, true);
    }

    @Override
    public void announce(Handle transaction, Run run, Card card) {
        Subject subject = new Subject("run:" + run.id().value());
        post(transaction, run.origin(), subject, card, false);
    }

    private void post(
            Handle transaction, Origin origin, Subject subject, Card card, boolean silent) {
        // In this order: a secret that was cut in two would not be recognised any more.
        Card safe = CardLimits.fit(RedactedCard.of(card, redaction), WHOLE_TEXT);
        outbox.post(
                transaction,
                origin.destination(),
                subject,
                new Content(CardJson.KIND, CardJson.write(safe)),
                Urgency.ANSWER,
                silent);
    }
}

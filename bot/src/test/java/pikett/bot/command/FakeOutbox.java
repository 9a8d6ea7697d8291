package pikett.bot.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.Card;
import pikett.bot.card.CardChecks;
import pikett.bot.card.CardJson;

/// Keeps what was posted, and checks that each card could be sent.
final class FakeOutbox implements Outbox {
    private final List<Posted> posted = new CopyOnWriteArrayList<>();

    /// One delivery.
    record Posted(Destination to, Subject subject, Card card, Urgency urgency, boolean silent) {}

    @Override
    public DeliveryId post(
            Handle transaction,
            Destination to,
            Subject subject,
            Content content,
            Urgency urgency,
            boolean silent) {
        Card card = CardJson.read(content.payload());
        CardChecks.assertFits(card);
        posted.add(new Posted(to, subject, card, urgency, silent));
        return new DeliveryId(posted.size());
    }

    List<Posted> posted() {
        return List.copyOf(posted);
    }

    /// What people see now in a place, message by message.
    List<Card> seen(String address) {
        Map<Subject, Card> messages = new LinkedHashMap<>();
        posted.stream()
                .filter(each -> each.to().address().equals(address))
                .forEach(each -> messages.put(each.subject(), each.card()));
        return List.copyOf(messages.values());
    }

    /// The text of the last message in a place.
    Optional<String> lastText(String address) {
        List<Card> seen = seen(address);
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast().text().text());
    }
}

package pikett.bot.delivery;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;

/// Sends cards, and what becomes a card only when it leaves.
public final class LiveSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSender.class);

    private final Sender cards;
    private final CardSource source;

    /// @param cards sends what is a card
    public LiveSender(Sender cards, CardSource source) {
        this.cards = cards;
        this.source = source;
    }

    @Override
    public List<Limit> limits() {
        return cards.limits();
    }

    @Override
    public SendOutcome send(Delivery delivery) {
        if (delivery.content().kind().equals(CardJson.KIND)) {
            return cards.send(delivery);
        }
        Optional<Card> card;
        try {
            card = source.card(delivery.content(), delivery.to());
        } catch (StoreUnavailableException _) {
            return new SendOutcome.NotSent("what to say cannot be read now");
        } catch (RuntimeException e) {
            LOG.error("delivery={} cannot be rendered", delivery.id().value(), e);
            return new SendOutcome.Rejected("it cannot be rendered", false);
        }
        return card.map(rendered -> cards.send(with(delivery, rendered)))
                .orElseGet(() ->
                        new SendOutcome.Rejected(
                                "nothing to say for " + delivery.content().kind(), false));
    }

    private static Delivery with(Delivery delivery, Card card) {
        return new Delivery(
                delivery.id(),
                delivery.to(),
                delivery.subject(),
                new Content(CardJson.KIND, CardJson.write(card)),
                delivery.messageId(),
                delivery.silent(),
                delivery.attempt(),
                delivery.maybeRepeat(),
                delivery.createdAt());
    }
}

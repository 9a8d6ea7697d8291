package pikett.bot.runbook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pikett.bot.card.Button;
import pikett.bot.card.Card;

/// Remembers what was shown.
final class ShownCards implements RunCards {
    private final Map<String, Card> bySubject = new ConcurrentHashMap<>();
    private final List<Card> announced = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> unspeakable = _ -> false;
    private final List<Card> all = new CopyOnWriteArrayList<>();

    @Override
    public void show(Handle transaction, Origin origin, Card card) {
        if (unspeakable.test(card.text().text())) {
            throw new IllegalStateException("this card cannot be shown");
        }
        bySubject.put(origin.subject().value(), card);
        all.add(card);
    }

    @Override
    public void announce(Handle transaction, Run run, Card card) {
        if (!hasEnded(transaction, run)) {
            throw new IllegalStateException("announced before it had ended");
        }
        announced.add(card);
    }

    private static boolean hasEnded(Handle transaction, Run run) {
        return transaction
                .createQuery("SELECT count(*) FROM runs WHERE id = :id AND ended_at IS NOT NULL")
                .bind("id", run.id().value())
                .mapTo(Integer.class)
                .one()
                .equals(1);
    }

    /// What was said in a message of its own.
    List<String> announced() {
        return announced.stream().map(card -> card.text().text()).toList();
    }

    /// From now on a card whose text is such fails when it is shown.
    void failOn(Predicate<String> text) {
        unspeakable = text;
    }

    String last(String subject) {
        Card card = bySubject.get(subject);
        return card == null ? "" : card.text().text();
    }

    /// The newest button of that kind that anybody can see.
    Ticket ticket(Ticket.Press press) {
        return all.reversed().stream()
                .flatMap(card -> card.rows().stream().flatMap(List::stream))
                .flatMap(ShownCards::ticket)
                .filter(ticket -> ticket.press() == press)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Ticket> ticket(Button button) {
        return button.act() instanceof Button.Act.Redeem(String nonce)
                ? Ticket.parse(nonce).stream()
                : Stream.empty();
    }
}

package pikett.alerts.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pikett.alerts.incident.Chat;
import pikett.alerts.incident.Scene.Detour;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;

/// Chats at which nothing arrives: the admins are told once, and another chat hears what should have
/// been said there; where there is none left, every admin. Part of the caller's transaction.
final class BrokenRoutes {
    static final String KIND = "route-broken";

    private final Outbox outbox;

    BrokenRoutes(Outbox outbox) {
        this.outbox = outbox;
    }

    /// Whether something broke or works again since it was last looked at.
    boolean hasWork(Handle transaction, List<BrokenDestination> broken) {
        return !known(transaction).keySet().equals(destinations(broken));
    }

    /// Takes over what is broken now.
    void look(Handle transaction, List<BrokenDestination> broken, NotifyRules rules) {
        Set<Destination> known = known(transaction).keySet();
        Set<Destination> now = destinations(broken);
        known.stream()
                .filter(was -> !now.contains(was))
                .forEach(whole -> forget(transaction, whole));
        for (BrokenDestination each : broken) {
            if (!known.contains(each.destination())) {
                remember(transaction, each);
                rules.chats().values().stream()
                        .filter(chat -> chat.to().equals(each.destination()))
                        .forEach(chat -> tell(transaction, chat, each, rules));
            }
        }
    }

    /// Where is told what would not arrive, by the name of the broken chat.
    Map<String, Detour> detours(Handle transaction, NotifyRules rules) {
        Map<Destination, String> broken = known(transaction);
        List<String> instead = instead(broken.keySet(), rules);
        Map<String, Detour> detours = new HashMap<>();
        for (Chat chat : rules.chats().values()) {
            String why = broken.get(chat.to());
            if (why != null) {
                detours.put(chat.name(), new Detour(instead, why));
            }
        }
        return detours;
    }

    /// The first whole chat. An admin with whom nobody shares it comes after all of them.
    private static List<String> instead(Set<Destination> broken, NotifyRules rules) {
        Optional<String> chat = whole(broken, rules.chats().values()).findFirst();
        return chat.map(List::of).orElseGet(() -> whole(broken, rules.admins()).toList());
    }

    private static Stream<String> whole(Set<Destination> broken, Collection<Chat> chats) {
        return chats.stream().filter(chat -> !broken.contains(chat.to())).map(Chat::name);
    }

    private void tell(Handle transaction, Chat chat, BrokenDestination broken, NotifyRules rules) {
        Instant since = broken.since();
        for (Chat admin : rules.admins()) {
            outbox.post(
                    transaction,
                    admin.to(),
                    new Subject("route-broken:%s:%d".formatted(chat.name(), since.toEpochMilli())),
                    new Content(KIND, payload(chat, broken)),
                    Urgency.NORMAL,
                    false);
        }
    }

    private static String payload(Chat chat, BrokenDestination broken) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("chat", chat.name())
                .put("reason", broken.reason())
                .put("since", broken.since().toEpochMilli())
                .toString();
    }

    private static Set<Destination> destinations(List<BrokenDestination> broken) {
        Set<Destination> destinations = new LinkedHashSet<>();
        broken.forEach(each -> destinations.add(each.destination()));
        return destinations;
    }

    /// What is broken, and why.
    private static Map<Destination, String> known(Handle transaction) {
        Map<Destination, String> known = new HashMap<>();
        transaction
                .createQuery("SELECT * FROM broken_routes")
                .map((row, _) ->
                        Map.entry(
                                new Destination(row.getString("channel"), row.getString("address")),
                                row.getString("reason")))
                .forEach(each -> known.put(each.getKey(), each.getValue()));
        return known;
    }

    private static void remember(Handle transaction, BrokenDestination broken) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO broken_routes (channel, address, reason, since)
                        VALUES (:channel, :address, :reason, :since)
                        """)
                .bind("channel", broken.destination().channel())
                .bind("address", broken.destination().address())
                .bind("reason", broken.reason())
                .bind("since", broken.since().toEpochMilli())
                .execute();
    }

    private static void forget(Handle transaction, Destination whole) {
        transaction
                .createUpdate(
                        "DELETE FROM broken_routes WHERE channel = :channel AND address = :address")
                .bind("channel", whole.channel())
                .bind("address", whole.address())
                .execute();
    }
}

package pikett.alerts.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pikett.alerts.incident.Chat;
import pikett.alerts.incident.IncidentLedger;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.incident.Scene.Detour;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;

/// Chats at which nothing arrives: the admins are told once, and another chat hears what should have
/// been said there; where there is none left, every admin. Part of the caller's transaction.
final class BrokenRoutes {
    private final Outbox outbox;
    private final IncidentLedger ledger;

    BrokenRoutes(Outbox outbox, IncidentLedger ledger) {
        this.outbox = outbox;
        this.ledger = ledger;
    }

    /// Whether something broke or works again since it was last looked at.
    boolean hasWork(Handle transaction, OutboxOverview overview) {
        return !known(transaction).keySet().equals(destinations(overview.broken(transaction)));
    }

    /// Takes over what is broken now. What a chat that is whole again did not hear meanwhile it is told
    /// at the next look.
    void look(Handle transaction, OutboxOverview overview, NotifyRules rules) {
        Map<Destination, BrokenDestination> known = known(transaction);
        List<BrokenDestination> broken = overview.broken(transaction);
        Set<Destination> now = destinations(broken);
        for (BrokenDestination was : known.values()) {
            if (!now.contains(was.destination())) {
                Set<Subject> lost = overview.unheard(transaction, was.destination(), was.since());
                at(was.destination(), rules.everyone())
                        .forEach(chat -> ledger.undelivered(transaction, chat.name(), lost));
                forget(transaction, was.destination());
            }
        }
        for (BrokenDestination each : broken) {
            if (!known.containsKey(each.destination())) {
                remember(transaction, each);
                at(each.destination(), rules.routed())
                        .forEach(chat -> tell(transaction, chat, each, rules));
            }
        }
    }

    private static Stream<Chat> at(Destination destination, Map<String, Chat> chats) {
        return chats.values().stream().filter(chat -> chat.to().equals(destination));
    }

    /// Where is told what would not arrive, by the name of the broken chat.
    Map<String, Detour> detours(Handle transaction, NotifyRules rules) {
        Map<Destination, BrokenDestination> broken = known(transaction);
        List<String> instead = instead(broken.keySet(), rules);
        Map<String, Detour> detours = new HashMap<>();
        for (Chat chat : rules.routed().values()) {
            BrokenDestination there = broken.get(chat.to());
            if (there != null) {
                detours.put(chat.name(), new Detour(instead, there.reason()));
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
                    MessageKind.ROUTE_BROKEN.content(payload(chat, broken)),
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

    /// What is broken.
    private static Map<Destination, BrokenDestination> known(Handle transaction) {
        Map<Destination, BrokenDestination> known = new LinkedHashMap<>();
        transaction
                .createQuery("SELECT * FROM broken_routes")
                .map((row, _) ->
                        new BrokenDestination(
                                new Destination(row.getString("channel"), row.getString("address")),
                                row.getString("reason"),
                                Instant.ofEpochMilli(row.getLong("since"))))
                .forEach(each -> known.put(each.destination(), each));
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

package pikett.alerts.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.alerts.incident.Case.Assessed;
import pikett.alerts.incident.Chat;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Telling;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormRule;
import pikett.config.Severity;

/// Begins storms, keeps their cards true, and ends them. Part of the caller's transaction.
final class StormDesk {
    private final StormTable storms = new StormTable();
    private final Outbox outbox;
    private final Function<Destination, Rate> capacity;

    StormDesk(Outbox outbox, Function<Destination, Rate> capacity) {
        this.outbox = outbox;
        this.capacity = capacity;
    }

    Set<String> chats(Handle transaction) {
        Set<String> chats = new HashSet<>();
        storms.active(transaction).forEach(storm -> chats.add(storm.chat()));
        return chats;
    }

    /// Where nothing is to make a sound.
    Set<Destination> awake(Handle transaction, Instant now) {
        return storms.awake(transaction, now);
    }

    /// Begins a storm in each chat that would be told of too much.
    ///
    /// @param assessed what would be said without it
    /// @return the names of these chats
    Set<String> begin(
            Handle transaction,
            Collection<Assessed> assessed,
            Map<String, Chat> known,
            Instant now) {
        Set<String> chats = new HashSet<>();
        newCards(assessed, now)
                .forEach((name, wanted) -> {
                    Chat chat = known.get(name);
                    if (chat != null && tooMuch(transaction, chat, wanted, now)) {
                        storms.begin(transaction, chat, now);
                        chats.add(name);
                    }
                });
        return chats;
    }

    private boolean tooMuch(Handle transaction, Chat chat, int wanted, Instant now) {
        Rate limit = capacity.apply(chat.to());
        Instant since = now.minus(limit.per());
        return StormRule.begins(wanted, storms.saidSince(transaction, chat.name(), since), limit);
    }

    private static Map<String, Integer> newCards(Collection<Assessed> assessed, Instant now) {
        Map<String, Integer> wanted = new HashMap<>();
        for (Assessed each : assessed) {
            for (Telling telling : each.reasons()) {
                if (telling.toldAt().filter(now::equals).isPresent()) {
                    wanted.merge(telling.chat(), 1, Integer::sum);
                }
            }
        }
        return wanted;
    }

    /// Brings the cards of the storms up to date.
    void note(
            Handle transaction,
            Collection<Assessed> assessed,
            Map<String, Chat> known,
            Instant now) {
        List<IncidentNumber> numbers =
                assessed.stream().map(each -> each.incident().number()).toList();
        Map<Storm, Set<IncidentNumber>> listed = storms.concerning(transaction, numbers);
        listed.forEach((storm, members) -> {
            List<Assessed> part =
                    assessed.stream().filter(each -> isPartOf(storm, members, each)).toList();
            boolean joined = storm.endedAt().isEmpty() && joined(transaction, storm, part, now);
            if (joined || part.stream().anyMatch(StormDesk::hasNews)) {
                note(transaction, storm, part, known, now);
            }
        });
    }

    private boolean joined(Handle transaction, Storm storm, List<Assessed> part, Instant now) {
        List<IncidentNumber> numbers = part.stream().map(each -> each.incident().number()).toList();
        int joined = storms.join(transaction, storm, numbers);
        if (joined > 0) {
            storms.arrived(transaction, storm, now);
        }
        return joined > 0;
    }

    private void note(
            Handle transaction,
            Storm storm,
            List<Assessed> part,
            Map<String, Chat> known,
            Instant now) {
        Chat chat = known.get(storm.chat());
        boolean rings =
                !storm.rang()
                        && storm.endedAt().isEmpty()
                        && chat != null
                        && !awake(transaction, now).contains(storm.to())
                        && part.stream().anyMatch(each -> chat.loudFor(each.incident().severity()));
        boolean critical =
                part.stream().anyMatch(each -> each.incident().severity() == Severity.CRITICAL);
        Urgency urgency = critical ? Urgency.CRITICAL : Urgency.NORMAL;
        boolean isNew = storm.beganAt().equals(now);
        say(transaction, storm, storm.card(), MessageKind.STORM, urgency, !(rings && isNew));
        if (rings && !isNew) {
            say(transaction, storm, storm.note(), MessageKind.STORM_NOTE, urgency, false);
        }
        if (rings) {
            storms.rang(transaction, storm);
        }
    }

    private static boolean hasNews(Assessed each) {
        return !each.news().isEmpty() || !each.reasons().isEmpty();
    }

    /// What has a card of its own in the chat is told there. What was on the storm's card only stays on
    /// it, also when the storm is over: its end must be told too.
    private static boolean isPartOf(Storm storm, Set<IncidentNumber> members, Assessed each) {
        Telling telling = each.tellings().get(storm.chat());
        if (telling == null || telling.told()) {
            return false;
        }
        boolean arrives = storm.endedAt().isEmpty() && telling.reason() instanceof Reason.InStorm;
        return arrives || members.contains(each.incident().number());
    }

    boolean hasWork(Handle transaction, Instant now) {
        return storms.active(transaction).stream()
                .anyMatch(storm -> isOver(transaction, storm, now));
    }

    /// Ends the storms after which individual cards are possible again.
    void end(Handle transaction, Instant now) {
        for (Storm storm : storms.active(transaction)) {
            if (isOver(transaction, storm, now)) {
                storms.end(transaction, storm, now);
                say(transaction, storm, storm.card(), MessageKind.STORM, Urgency.NORMAL, true);
            }
        }
    }

    /// Turns the sound off in the chat for a while.
    void awake(Handle transaction, Storm storm, Storm.Awake awake) {
        storms.awake(transaction, storm, awake);
        say(transaction, storm, storm.card(), MessageKind.STORM, Urgency.ANSWER, true);
    }

    private boolean isOver(Handle transaction, Storm storm, Instant now) {
        Rate limit = capacity.apply(storm.to());
        return StormRule.isOver(
                // More than the chat can take is too much, however much it is.
                storms.stillFiring(transaction, storm, limit.amount() + 1),
                storms.saidSince(transaction, storm.chat(), now.minus(limit.per())),
                storm.arrivedAt(),
                limit,
                now);
    }

    private void say(
            Handle transaction,
            Storm storm,
            Subject subject,
            MessageKind kind,
            Urgency urgency,
            boolean silent) {
        String payload =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("chat", storm.chat())
                        .put("began", storm.beganAt().toEpochMilli())
                        .toString();
        outbox.post(transaction, storm.to(), subject, kind.content(payload), urgency, silent);
    }
}

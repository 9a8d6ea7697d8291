package pikett.bot.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.bot.access.Verdict.Reason;
import pikett.bot.telegram.Freshness;
import pikett.bot.telegram.Incoming;
import pikett.config.ChatConfig;
import pikett.config.PersonConfig;
import pikett.config.Role;

/// The one door for people: decides about every message and every button, by the same rules.
///
/// A pure function of what it is given. It denies unless every rule allows; whatever a later rule would
/// allow, an earlier denial wins.
///
/// @param people the only users whose words count
/// @param chats the only groups that we answer in
/// @param botId our own account
/// @param commands the least role of each command that there is
/// @param maximumAge how old a request may be
public record Gate(
        Map<String, PersonConfig> people,
        List<ChatConfig> chats,
        long botId,
        Map<String, Role> commands,
        Duration maximumAge) {
    /// How old a request may be unless said otherwise.
    public static final Duration MAXIMUM_AGE = Duration.ofSeconds(60);

    /// What starts the data of a button that types a command line.
    public static final char TYPES = '>';

    /// What starts the data of a button that redeems an offer.
    public static final char REDEEMS = '!';

    /// Telegram's own accounts: notifications, the anonymous admin, posts in a channel's name.
    private static final Set<Long> SERVICE_ACCOUNTS =
            Set.of(777_000L, 1_087_968_824L, 136_817_688L);

    public Gate {
        people = Map.copyOf(people);
        chats = List.copyOf(chats);
        commands = Map.copyOf(commands);
    }

    /// Decides.
    ///
    /// @param freshness what the inbox knows of how it came here
    public Verdict decide(Incoming incoming, Freshness freshness, Instant now) {
        return switch (incoming) {
            case Incoming.Typed typed ->
                    denial(typed.sender(), typed.place(), typed.suspicion().isPresent())
                            .orElseGet(
                                    () -> decideTyped(typed, aged(freshness, typed.sentAt(), now)));
            case Incoming.Pressed pressed ->
                    denial(pressed.sender(), pressed.place(), false)
                            .orElseGet(() ->
                                    decidePressed(
                                            pressed, aged(freshness, pressed.receivedAt(), now)));
            case Incoming.Membership(var _, Incoming.Place place, boolean present) ->
                    present && isForeign(place)
                            ? new Verdict.ForeignChat(place.chat())
                            : new Verdict.Silent(Reason.NO_REQUEST);
            case Incoming.Migrated(long from, long to) ->
                    isNamed(from)
                            ? new Verdict.GroupMoved(from, to)
                            : new Verdict.Silent(Reason.NO_REQUEST);
            case Incoming.Ignored _ -> new Verdict.Silent(Reason.NO_REQUEST);
        };
    }

    /// The rules that do not depend on what is asked for. A foreign group is left whoever writes there.
    private Optional<Verdict> denial(
            Incoming.Sender sender, Incoming.Place place, boolean suspicious) {
        if (isForeign(place)) {
            return Optional.of(new Verdict.ForeignChat(place.chat()));
        }
        if (sender.bot() || sender.id() == botId) {
            return silent(Reason.BOT);
        }
        if (SERVICE_ACCOUNTS.contains(sender.id())) {
            return silent(Reason.SERVICE_ACCOUNT);
        }
        if (suspicious) {
            return silent(Reason.NOT_OWN_WORDS);
        }
        return place.direct() && place.chat() != sender.id()
                ? silent(Reason.ANOTHERS_CHAT)
                : Optional.empty();
    }

    private Verdict decideTyped(Incoming.Typed typed, Freshness freshness) {
        boolean direct = typed.place().direct();
        if (typed.command().isEmpty() && !direct) {
            return new Verdict.Silent(Reason.NOT_FOR_US);
        }
        Optional<Person> found = person(typed.sender().id());
        if (found.isEmpty()) {
            return new Verdict.Stranger(typed.sender(), typed.place());
        }
        Person person = found.get();
        if (typed.command().isEmpty()) {
            return freshness == Freshness.FRESH
                    ? new Verdict.Chatter(person)
                    : new Verdict.Silent(Reason.NO_REQUEST);
        }
        String command = typed.command().get();
        if (!commands.containsKey(command) && !direct) {
            return new Verdict.Silent(Reason.NOT_FOR_US);
        }
        return late(person, freshness).orElseGet(() -> run(person, command, typed.arguments()));
    }

    private Verdict decidePressed(Incoming.Pressed pressed, Freshness freshness) {
        Optional<Person> found = person(pressed.sender().id());
        if (found.isEmpty()) {
            return new Verdict.Stranger(pressed.sender(), pressed.place());
        }
        Person person = found.get();
        return late(person, freshness).orElseGet(() -> decideData(person, pressed.data()));
    }

    private Verdict decideData(Person person, String data) {
        if (data.length() < 2) {
            return new Verdict.UnknownButton(person);
        }
        String carried = data.substring(1);
        return switch (data.charAt(0)) {
            case TYPES -> {
                String[] parts = carried.split(" ", 2);
                yield run(person, parts[0], parts.length == 2 ? parts[1] : "");
            }
            case REDEEMS -> new Verdict.Allowed(person, new Order.Redeem(carried));
            default -> new Verdict.UnknownButton(person);
        };
    }

    private Verdict run(Person person, String command, String arguments) {
        Role needed = commands.get(command);
        if (needed == null) {
            return new Verdict.UnknownCommand(person, command);
        }
        return person.config().role().atLeast(needed)
                ? new Verdict.Allowed(person, new Order.Run(command, arguments))
                : new Verdict.NotPermitted(person, command, needed);
    }

    /// A group, or a channel, that the configuration does not name.
    private boolean isForeign(Incoming.Place place) {
        return !place.direct() && !isNamed(place.chat());
    }

    private boolean isNamed(long id) {
        return chats.stream().anyMatch(chat -> chat.id() == id);
    }

    /// What is too old is never fresh, whatever the inbox says.
    private Freshness aged(Freshness freshness, Instant since, Instant now) {
        boolean old = Duration.between(since, now).compareTo(maximumAge) > 0;
        return freshness == Freshness.FRESH && old ? Freshness.EXPIRED : freshness;
    }

    private static Optional<Verdict> late(Person person, Freshness freshness) {
        return switch (freshness) {
            case FRESH -> Optional.empty();
            case EXPIRED -> Optional.of(new Verdict.Expired(person));
            case INTERRUPTED -> Optional.of(new Verdict.Interrupted(person));
        };
    }

    /// The person with this id; nobody when two share it, because then it is not known who it is.
    private Optional<Person> person(long id) {
        List<Person> found =
                people.entrySet().stream()
                        .filter(entry -> entry.getValue().telegram() == id)
                        .map(entry -> new Person(entry.getKey(), entry.getValue()))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<Verdict> silent(Reason reason) {
        return Optional.of(new Verdict.Silent(reason));
    }
}

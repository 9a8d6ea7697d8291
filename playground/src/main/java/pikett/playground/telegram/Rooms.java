package pikett.playground.telegram;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.ServiceEvent;
import pikett.playground.telegram.message.UserId;

/// Makes people and chats, and changes who is in them. Safe for any thread.
public final class Rooms {
    private static final long FIRST_PERSON = 500_000_001;
    private static final long FIRST_GROUP = -4_000_001;
    private static final long FIRST_SUPERGROUP = -1_002_000_000_001L;

    private final State state;
    private final Posts posts;
    private long nextPerson = FIRST_PERSON;
    private long nextGroup = FIRST_GROUP;
    private long nextSupergroup = FIRST_SUPERGROUP;

    Rooms(Cloud.Parts parts) {
        this.state = parts.state();
        this.posts = parts.posts();
    }

    /// A new person with a number of the cloud's choice.
    public Person addPerson(String firstName) {
        return state.with(() -> addPerson(Person.human(nextPerson++, firstName)));
    }

    /// A new person, or other bot.
    ///
    /// @throws IllegalArgumentException if the number is taken
    public Person addPerson(Person person) {
        return state.with(() -> {
            if (person.id().equals(state.bot().id())
                    || state.people.putIfAbsent(person.id(), person) != null) {
                throw new IllegalArgumentException("the number " + person.id() + " is taken");
            }
            state.announce(new Change.PersonAdded(person));
            return person;
        });
    }

    /// Opens the chat of that person with the bot, as tapping *Start* does; the bot may write then.
    public Chat openPrivate(Person person) {
        return state.with(() -> {
            ChatId id = ChatId.of(person.id());
            if (!state.rooms.containsKey(id)) {
                Chat chat =
                        new Chat(
                                id, ChatKind.PRIVATE, person.firstName(), person.username(), false);
                open(
                        chat,
                        Map.of(
                                person.id(),
                                Membership.MEMBER,
                                state.bot().id(),
                                Membership.MEMBER));
            }
            return state.room(id).chat();
        });
    }

    /// A small group with that person in it and without the bot.
    public Chat createGroup(String title, Person owner) {
        return create(() -> Chat.of(new ChatId(nextGroup--), ChatKind.GROUP, title), owner);
    }

    /// A supergroup with that person in it and without the bot.
    public Chat createSupergroup(String title, Person owner) {
        return create(
                () -> Chat.of(new ChatId(nextSupergroup--), ChatKind.SUPERGROUP, title), owner);
    }

    /// A supergroup with topics, with that person in it and without the bot.
    public Chat createForum(String title, Person owner) {
        return create(
                () ->
                        new Chat(
                                new ChatId(nextSupergroup--),
                                ChatKind.SUPERGROUP,
                                title,
                                null,
                                true),
                owner);
    }

    /// A channel of that person, without the bot.
    public Chat createChannel(String title, Person owner) {
        return create(() -> Chat.of(new ChatId(nextSupergroup--), ChatKind.CHANNEL, title), owner);
    }

    /// A group, supergroup or channel with a number of the caller's choice.
    public Chat create(Chat chat, Person owner) {
        return create(() -> chat, owner);
    }

    private Chat create(Supplier<Chat> made, Person owner) {
        return state.with(() -> {
            Chat chat = made.get();
            if (state.rooms.containsKey(chat.id()) || chat.kind() == ChatKind.PRIVATE) {
                throw new IllegalArgumentException("cannot create the chat " + chat);
            }
            open(chat, Map.of(owner.id(), Membership.CREATOR));
            return chat;
        });
    }

    private Room open(Chat chat, Map<UserId, Membership> members) {
        Room room = new Room(chat);
        room.members.putAll(members);
        state.rooms.put(chat.id(), room);
        state.announce(new Change.ChatChanged(chat));
        return room;
    }

    /// All people, in the order they came.
    public List<Person> people() {
        return state.with(() -> List.copyOf(state.people.values()));
    }

    /// All chats, in the order they were made.
    public List<Chat> chats() {
        return state.with(() -> state.rooms.values().stream().map(Room::chat).toList());
    }

    /// What everybody who ever was in that chat is to it now.
    public Map<UserId, Membership> members(ChatId chat) {
        return state.with(() -> Map.copyOf(state.room(chat).members));
    }

    /// The open topics of a forum.
    public List<Topic> topics(ChatId chat) {
        return state.with(() -> List.copyOf(state.room(chat).topics.values()));
    }

    /// The pinned messages of a chat, newest last.
    public List<Integer> pinned(ChatId chat) {
        return state.with(() -> List.copyOf(state.room(chat).pinned));
    }

    /// Brings somebody into a chat.
    public void join(ChatId chat, Person person) {
        change(chat, person, person.id(), Membership.MEMBER);
    }

    /// Takes somebody out of a chat by their own wish.
    public void leave(ChatId chat, Person person) {
        change(chat, person, person.id(), Membership.LEFT);
    }

    /// Makes somebody an administrator.
    public void promote(ChatId chat, Person by, Person whom) {
        change(chat, by, whom.id(), Membership.ADMINISTRATOR);
    }

    /// Brings the bot into a chat.
    public void addBot(ChatId chat, Person by) {
        change(chat, by, state.with(state::bot).id(), Membership.MEMBER);
    }

    /// Makes the bot an administrator, who sees every message.
    public void promoteBot(ChatId chat, Person by) {
        change(chat, by, state.with(state::bot).id(), Membership.ADMINISTRATOR);
    }

    /// Removes the bot from a chat and bars it.
    public void kickBot(ChatId chat, Person by) {
        change(chat, by, state.with(state::bot).id(), Membership.KICKED);
    }

    /// Blocks the bot: it cannot write to that person any more.
    public void blockBot(Person person) {
        change(ChatId.of(person.id()), person, state.with(state::bot).id(), Membership.KICKED);
    }

    /// Takes the block away.
    public void unblockBot(Person person) {
        change(ChatId.of(person.id()), person, state.with(state::bot).id(), Membership.MEMBER);
    }

    /// Closes somebody's account.
    public void deactivate(Person person) {
        state.run(() -> state.deactivated.add(person.id()));
    }

    /// Deletes a small group for everybody.
    public void deleteGroup(ChatId chat) {
        state.run(() -> {
            Room room = state.room(chat);
            room.deleted = true;
            state.announce(new Change.ChatChanged(room.chat()));
        });
    }

    private void change(ChatId chat, Person by, UserId whom, Membership after) {
        state.run(() -> new Standing(state, posts).change(state.room(chat), by, whom, after));
    }

    /// Opens a topic of a forum.
    public Topic createTopic(ChatId chat, Person by, String name) {
        return state.with(() -> {
            Room room = state.room(chat);
            if (!room.chat().forum()) {
                throw new IllegalArgumentException(room.chat().title() + " has no topics");
            }
            Message opening = posts.happened(room, by, new ServiceEvent.TopicCreated(name), 0);
            Topic topic = new Topic(opening.id(), name);
            room.topics.put(topic.id(), topic);
            state.announce(new Change.ChatChanged(room.chat()));
            return topic;
        });
    }

    /// Deletes a topic with all its messages.
    public void deleteTopic(ChatId chat, int topic) {
        state.run(() -> {
            Room room = state.room(chat);
            room.topics.remove(topic);
            List<Message> gone = room.readable().filter(m -> m.topic() == topic).toList();
            for (Message message : gone) {
                room.delete(message.id(), state.now());
                state.announce(new Change.Deleted(message.key()));
            }
            state.announce(new Change.ChatChanged(room.chat()));
        });
    }

    /// Turns a small group into a supergroup: it goes on under a new id with the same members, and
    /// whoever uses the old id is refused.
    public Chat migrate(ChatId group, Person by) {
        return state.with(() -> {
            Room old = state.room(group);
            if (old.chat().kind() != ChatKind.GROUP || old.movedTo != null) {
                throw new IllegalArgumentException("only a group can become a supergroup, once");
            }
            Chat chat =
                    Chat.of(new ChatId(nextSupergroup--), ChatKind.SUPERGROUP, old.chat().title());
            Room room = open(chat, old.members);
            posts.happened(old, by, new ServiceEvent.MigratedTo(chat.id()), 0);
            old.movedTo = chat.id();
            posts.happened(room, by, new ServiceEvent.MigratedFrom(group), 0);
            state.announce(new Change.ChatChanged(old.chat()));
            return chat;
        });
    }
}

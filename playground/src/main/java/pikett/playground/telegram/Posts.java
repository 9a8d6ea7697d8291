package pikett.playground.telegram;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Keyboard;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.Sender;
import pikett.playground.telegram.message.ServiceEvent;
import pikett.playground.telegram.message.Traits;
import pikett.playground.telegram.text.EntityKind;

/// Puts messages into chats and tells the bot of those it may see. Call with the lock held.
final class Posts {
    private final State state;

    Posts(State state) {
        this.state = state;
    }

    /// A new message of a person or a chat, which the bot may hear.
    Message said(Room room, Sender sender, Content content, int topic, Traits traits) {
        Message message = put(room, sender, content, Keyboard.NONE, topic, traits);
        if (hears(room, message)) {
            state.tellBot(new Update.Said(message));
        }
        return message;
    }

    /// A service message in the name of that person.
    Message happened(Room room, Person by, ServiceEvent event, int topic) {
        return said(room, new Sender.Someone(by), new Content.Service(event), topic, Traits.PLAIN);
    }

    /// A new message that the bot is not told of, because it is its own.
    Message put(
            Room room,
            Sender sender,
            Content content,
            Keyboard keyboard,
            int topic,
            Traits traits) {
        Instant now = state.now();
        int id = room.takeId();
        boolean opensTopic =
                content instanceof Content.Service(ServiceEvent event)
                        && event instanceof ServiceEvent.TopicCreated;
        Message message =
                new Message(
                        new MessageKey(room.chat().id(), id),
                        room.chat(),
                        opensTopic ? id : topic,
                        sender,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        null,
                        content,
                        keyboard,
                        traits);
        room.put(message, now);
        state.announce(new Change.Posted(message));
        return message;
    }

    /// Replaces a message by its newer version.
    void replace(Room room, Message message) {
        room.put(message, state.now());
        state.announce(new Change.Edited(message));
    }

    /// Whether the bot gets to see this message of somebody else.
    boolean hears(Room room, Message message) {
        Bot bot = state.bot();
        Membership standing = room.membership(bot.id());
        if (!standing.present() || message.isFrom(bot.id())) {
            return false;
        }
        if (isFromOtherBot(message)) {
            return bot.hearsBots() && names(message);
        }
        return switch (room.chat().kind()) {
            case PRIVATE -> true;
            case CHANNEL -> standing.runs();
            case GROUP, SUPERGROUP ->
                    !bot.privacy()
                            || standing.runs()
                            || message.content() instanceof Content.Service
                            || isMeantForBot(message);
        };
    }

    private static boolean isFromOtherBot(Message message) {
        return message.sender() instanceof Sender.Someone(Person person) && person.isBot();
    }

    private boolean isMeantForBot(Message message) {
        Person via = message.traits().via();
        Message replyTo = message.traits().replyTo();
        return names(message)
                || opensWithCommand(message)
                || (via != null && via.id().equals(state.bot().id()))
                || (replyTo != null && replyTo.isFrom(state.bot().id()));
    }

    /// A mention, or a command with this bot's name behind it.
    private boolean names(Message message) {
        String name = "@" + state.bot().username();
        return message.words().covered(EntityKind.MENTION).stream().anyMatch(name::equalsIgnoreCase)
                || message.words().covered(EntityKind.BOT_COMMAND).stream()
                        .map(command -> command.substring(Math.max(0, command.indexOf('@'))))
                        .anyMatch(name::equalsIgnoreCase);
    }

    private static boolean opensWithCommand(Message message) {
        return message.words().entities().stream()
                .anyMatch(e ->
                        e.kind() == EntityKind.BOT_COMMAND
                                && e.offset() == 0
                                && message.words().covered(e).indexOf('@') < 0);
    }
}

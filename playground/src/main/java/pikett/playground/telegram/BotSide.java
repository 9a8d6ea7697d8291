package pikett.playground.telegram;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Keyboard;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.Sender;
import pikett.playground.telegram.message.ServiceEvent;
import pikett.playground.telegram.message.Traits;
import pikett.playground.telegram.message.UserId;

/// What the bot can do to messages and chats. Chats are named as the Bot API does: by number, or by
/// `@name`. Whatever the cloud does not allow is [Refused]. Safe for any thread.
public final class BotSide {
    private final State state;
    private final Posts posts;
    private final CallbackDesk desk;
    private final Access access;
    private final Polling polling;
    private final FileStore files;
    private final CommandMenu menu;

    BotSide(Cloud.Parts parts) {
        this.state = parts.state();
        this.posts = parts.posts();
        this.desk = parts.desk();
        this.access = new Access(state);
        this.polling = new Polling(state);
        this.files = new FileStore(state);
        this.menu = new CommandMenu(state, access);
    }

    /// How the bot is told of what happens.
    public Polling polling() {
        return polling;
    }

    /// The files of the cloud.
    public FileStore files() {
        return files;
    }

    /// The bot's command menus.
    public CommandMenu menu() {
        return menu;
    }

    /// The bot itself.
    public Bot me() {
        return state.with(state::bot);
    }

    /// Sends a message.
    public Message send(Outgoing out) {
        return state.with(() -> {
            Room room = access.toWrite(out.chat());
            int topic = topic(room, out.topic());
            @Nullable Message replyTo = replyTo(room, out.reply());
            Content content = Limits.checked(out.content(), "message is too long");
            Keyboard keyboard = Limits.checked(out.keyboard());
            access.checkSend(room);
            state.flood.admit(room.chat(), state.now());
            Traits traits = out.traits().withReplyTo(replyTo);
            return posts.put(room, sender(room), content, keyboard, topic, traits);
        });
    }

    private Sender sender(Room room) {
        return room.chat().kind() == ChatKind.CHANNEL
                ? new Sender.AsChat(room.chat())
                : new Sender.Someone(state.bot().person());
    }

    /// General has no topic id of its own: the cloud takes none, and not its number 1 either. A chat
    /// that cannot have topics ignores the id, but a private chat could have them, and has none.
    private static int topic(Room room, int topic) {
        boolean hasTopics = room.chat().forum() || room.chat().kind() == ChatKind.PRIVATE;
        if (topic == 0 || !hasTopics) {
            return 0;
        }
        if (!room.topics.containsKey(topic)) {
            throw Refused.badRequest("message thread not found");
        }
        return topic;
    }

    private static @Nullable Message replyTo(Room room, Outgoing.@Nullable Reply reply) {
        if (reply == null) {
            return null;
        }
        @Nullable Message message =
                room.message(reply.messageId()).map(Message::withoutReply).orElse(null);
        if (message == null && !reply.optional()) {
            throw Refused.badRequest("message to be replied not found");
        }
        return message;
    }

    /// Replaces the words of an own message, and all its buttons.
    public Message editText(String chat, int messageId, Content.Text words, Keyboard buttons) {
        return state.with(() -> {
            Room room = access.toEdit(chat);
            Message old = editable(room, messageId);
            Content content = Limits.checked(words, "MESSAGE_TOO_LONG");
            if (!(old.content() instanceof Content.Text)) {
                throw Refused.badRequest("there is no text in the message to edit");
            }
            Keyboard keyboard = Limits.checked(buttons);
            Message changed =
                    old.edited(content, keyboard, state.now().truncatedTo(ChronoUnit.SECONDS));
            return replace(room, old, changed);
        });
    }

    /// Replaces the buttons of an own message.
    public Message editKeyboard(String chat, int messageId, Keyboard buttons) {
        return state.with(() -> {
            Room room = access.toEdit(chat);
            Message old = editable(room, messageId);
            Keyboard keyboard = Limits.checked(buttons);
            return replace(room, old, old.edited(old.content(), keyboard, old.editedAt()));
        });
    }

    private Message editable(Room room, int messageId) {
        Message message = access.message(room, messageId, "message to edit");
        boolean own =
                message.isFrom(state.bot().id())
                        || (room.chat().kind() == ChatKind.CHANNEL
                                && room.membership(state.bot().id()).runs());
        if (!own || message.content() instanceof Content.Service) {
            throw Refused.badRequest("message can't be edited");
        }
        return message;
    }

    private Message replace(Room room, Message old, Message changed) {
        if (old.content().equals(changed.content()) && old.keyboard().equals(changed.keyboard())) {
            throw Refused.badRequest(
                    "message is not modified: specified new message content and reply markup are exactly"
                            + " the same as a current content and reply markup of the message");
        }
        state.flood.admit(room.chat(), state.now());
        posts.replace(room, changed);
        return changed;
    }

    /// Deletes a message: an own one, or anyone's where the bot is administrator or in private.
    public void delete(String chat, int messageId) {
        state.run(() -> {
            Room room = access.toWrite(chat);
            Message message = access.message(room, messageId, "message to delete");
            if (!deletable(room, message)) {
                throw Refused.badRequest("message can't be deleted");
            }
            room.delete(messageId, state.now());
            state.announce(new Change.Deleted(message.key()));
        });
    }

    private boolean deletable(Room room, Message message) {
        boolean mayTouch =
                message.isFrom(state.bot().id())
                        || room.chat().kind() == ChatKind.PRIVATE
                        || room.membership(state.bot().id()).runs();
        boolean young = message.sentAt().plus(48, ChronoUnit.HOURS).isAfter(state.now());
        return mayTouch && (young || room.membership(state.bot().id()).runs());
    }

    /// Answers a press.
    public void answer(String queryId, CallbackAnswer answer) {
        state.run(() -> desk.answer(queryId, answer));
    }

    /// Shows that the bot is busy.
    public void showBusy(String chat, int topic, String action) {
        state.run(() -> {
            Room room = access.toWrite(chat);
            int where = topic(room, topic);
            access.checkSend(room);
            state.announce(new Change.Busy(room.chat().id(), where, action));
        });
    }

    /// Puts the bot's emoji under a message, instead of the earlier ones.
    public void react(String chat, int messageId, List<String> emoji) {
        state.run(() -> {
            Room room = access.toRead(chat);
            Message message = access.message(room, messageId, "message to react");
            Reactions.of(room, messageId).put(state.bot().id(), List.copyOf(emoji));
            state.announce(new Change.Reacted(message.key(), state.bot().id(), List.copyOf(emoji)));
        });
    }

    /// Pins a message.
    public void pin(String chat, int messageId, boolean silent) {
        state.run(() -> {
            Room room = access.toWrite(chat);
            Message message = access.message(room, messageId, "message to pin");
            checkMayPin(room);
            room.pinned.remove(Integer.valueOf(messageId));
            room.pinned.add(messageId);
            state.announce(new Change.PinsChanged(room.chat().id(), List.copyOf(room.pinned)));
            Content content = new Content.Service(new ServiceEvent.Pinned(message.withoutReply()));
            posts.put(
                    room,
                    sender(room),
                    content,
                    Keyboard.NONE,
                    message.topic(),
                    Traits.PLAIN.withSilent(silent));
        });
    }

    /// Unpins a message, or with 0 the newest pinned one.
    public void unpin(String chat, int messageId) {
        state.run(() -> {
            Room room = access.toWrite(chat);
            checkMayPin(room);
            int id = messageId == 0 && !room.pinned.isEmpty() ? room.pinned.getLast() : messageId;
            if (!room.pinned.remove(Integer.valueOf(id))) {
                throw Refused.badRequest("message to unpin not found");
            }
            state.announce(new Change.PinsChanged(room.chat().id(), List.copyOf(room.pinned)));
        });
    }

    private void checkMayPin(Room room) {
        if (room.chat().kind() != ChatKind.PRIVATE && !room.membership(state.bot().id()).runs()) {
            throw Refused.badRequest("not enough rights to manage pinned messages in the chat");
        }
    }

    /// Leaves a chat.
    public void leave(String chat) {
        state.run(() -> {
            Room room = access.toRead(chat);
            if (room.chat().kind() == ChatKind.PRIVATE) {
                throw Refused.badRequest("chat can't be left");
            }
            Person bot = state.bot().person();
            new Standing(state, posts).change(room, bot, bot.id(), Membership.LEFT);
        });
    }

    /// A chat the bot may look at.
    public Chat chat(String chat) {
        return state.with(() -> access.toRead(chat).chat());
    }

    /// Somebody in a chat the bot may look at.
    public Member member(String chat, UserId someone) {
        return state.with(() -> {
            Room room = access.toRead(chat);
            boolean known = someone.equals(state.bot().id()) || state.people.containsKey(someone);
            if (!known) {
                throw Refused.badRequest("PARTICIPANT_ID_INVALID");
            }
            return new Member(state.person(someone), room.membership(someone));
        });
    }

    /// Everybody who runs a chat.
    public List<Member> administrators(String chat) {
        return state.with(() -> {
            Map<UserId, Membership> members = access.toRead(chat).members;
            return members.entrySet().stream()
                    .filter(e -> e.getValue().runs())
                    .map(e -> new Member(state.person(e.getKey()), e.getValue()))
                    .toList();
        });
    }

    /// Somebody and what they are to a chat.
    public record Member(Person person, Membership membership) {}
}

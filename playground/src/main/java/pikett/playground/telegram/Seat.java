package pikett.playground.telegram;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Button;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;
import pikett.playground.telegram.message.Origin;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.Sender;
import pikett.playground.telegram.message.Traits;
import pikett.playground.telegram.message.UserId;

/// One person in one chat, and what they can do there. Acts that a phone would not offer fail with
/// [IllegalStateException] or [IllegalArgumentException]. Safe for any thread.
public final class Seat {
    private final State state;
    private final Posts posts;
    private final CallbackDesk desk;
    private final UserId person;
    private final ChatId chat;

    Seat(Cloud.Parts parts, UserId person, ChatId chat) {
        this.state = parts.state();
        this.posts = parts.posts();
        this.desk = parts.desk();
        this.person = person;
        this.chat = chat;
    }

    /// Who sits here.
    public Person person() {
        return state.with(() -> state.person(person));
    }

    /// Where.
    public Chat chat() {
        return state.with(() -> state.room(chat).chat());
    }

    /// Sends plain words.
    public Message say(String text) {
        return say(Draft.of(text));
    }

    /// Sends a draft.
    public Message say(Draft draft) {
        return state.with(() -> {
            Room room = mine();
            Person me = state.person(person);
            checkTopic(room, draft.topic());
            Content content = new Content.Text(draft.words().withFoundEntities());
            return posts.said(
                    room,
                    sender(room, me, draft.as()),
                    content,
                    draft.topic(),
                    traits(room, draft));
        });
    }

    private static Sender sender(Room room, Person me, @Nullable Chat as) {
        if (room.chat().kind() == ChatKind.CHANNEL) {
            return new Sender.AsChat(room.chat());
        }
        return as == null ? new Sender.Someone(me) : new Sender.AsChat(as);
    }

    private static void checkTopic(Room room, int topic) {
        if (topic != 0 && !room.topics.containsKey(topic)) {
            throw new IllegalArgumentException(
                    "there is no topic " + topic + " in " + room.chat().title());
        }
    }

    private static Traits traits(Room room, Draft draft) {
        Traits traits = Traits.PLAIN;
        if (draft.replyTo() != 0) {
            traits = traits.withReplyTo(existing(room, draft.replyTo()).withoutReply());
        }
        if (draft.via() != null) {
            traits = traits.withVia(draft.via());
        }
        return draft.origin() == null ? traits : traits.withOrigin(draft.origin());
    }

    /// Sends a message from elsewhere on into this chat.
    public Message forward(Message original) {
        Origin origin = new Origin(original.sender(), original.id(), original.sentAt());
        return say(Draft.of("").withWords(original.words()).from(origin));
    }

    /// Changes the words of a message that this person wrote.
    public Message edit(int messageId, String text) {
        return state.with(() -> {
            Room room = mine();
            Message old = existing(room, messageId);
            if (!old.isFrom(person)) {
                throw new IllegalStateException("only the writer can edit message " + messageId);
            }
            Content words = new Content.Text(Draft.of(text).words().withFoundEntities());
            Message message =
                    old.edited(words, old.keyboard(), state.now().truncatedTo(ChronoUnit.SECONDS));
            posts.replace(room, message);
            if (posts.hears(room, message)) {
                state.tellBot(new Update.Edited(message));
            }
            return message;
        });
    }

    /// As when the cloud finds a link preview late: the bot is told of an edit, though not a letter
    /// changed.
    public void retouch(int messageId) {
        state.run(() -> {
            Room room = mine();
            Message old = existing(room, messageId);
            Message message =
                    old.edited(
                            old.content(),
                            old.keyboard(),
                            state.now().truncatedTo(ChronoUnit.SECONDS));
            if (posts.hears(room, message)) {
                state.tellBot(new Update.Edited(message));
            }
        });
    }

    /// Presses a button of the message as this person's screen shows it, which may be an old
    /// version: by its label, its callback data, or a part of the label that no other button has.
    public Press press(Message asSeen, String labelOrData) {
        Button button =
                asSeen.keyboard()
                        .find(labelOrData)
                        .orElseThrow(
                                () -> new IllegalArgumentException(noButton(asSeen, labelOrData)));
        return switch (button.act()) {
            case Button.Act.Callback(String data) -> pressData(asSeen.key(), data);
            case Button.Act.Link _, Button.Act.Copy _ ->
                    throw new IllegalArgumentException(
                            "the bot is not told of the button " + button.label());
        };
    }

    private static String noButton(Message message, String wanted) {
        List<String> labels = message.keyboard().buttons().map(Button::label).toList();
        return "no button '" + wanted + "' under message " + message.id() + "; there are " + labels;
    }

    /// Sends callback data as a changed app could: the cloud does not check that such a button exists.
    public Press pressData(MessageKey message, String data) {
        return state.with(() -> {
            Room room = mine();
            if (!message.chat().equals(chat)) {
                throw new IllegalArgumentException("message " + message + " is in another chat");
            }
            CallbackQuery query = desk.open(room, state.person(person), message.id(), data);
            return new Press(state, desk, query);
        });
    }

    /// Puts this person's emoji under a message, instead of the earlier ones; none takes them away.
    public void react(int messageId, String... emoji) {
        state.run(() -> {
            Room room = mine();
            Message message = existing(room, messageId);
            Map<UserId, List<String>> all = Reactions.of(room, messageId);
            List<String> before = all.getOrDefault(person, List.of());
            List<String> after = List.of(emoji);
            all.put(person, after);
            state.announce(new Change.Reacted(message.key(), person, after));
            if (room.membership(state.bot().id()).runs()) {
                state.tellBot(
                        new Update.Reacted(
                                new ReactionChange(
                                        room.chat(),
                                        messageId,
                                        state.person(person),
                                        before,
                                        after,
                                        state.now())));
            }
        });
    }

    private Room mine() {
        Room room = state.room(chat);
        if (room.movedTo != null) {
            throw new IllegalStateException(
                    room.chat().title() + " has become the supergroup " + room.movedTo);
        }
        if (!room.membership(person).present()) {
            throw new IllegalStateException(person + " is not in " + room.chat().title());
        }
        return room;
    }

    private static Message existing(Room room, int id) {
        return room.message(id)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no message " + id + " in " + room.chat().title()));
    }
}

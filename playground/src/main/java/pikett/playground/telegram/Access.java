package pikett.playground.telegram;

import java.util.Optional;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.UserId;

/// Which chats and messages the bot can reach, and why not. Call with the lock held.
final class Access {
    private final State state;

    Access(State state) {
        this.state = state;
    }

    /// The chat to look at.
    ///
    /// @throws Refused if it does not exist, or the bot may not see it
    Room toRead(String chat) {
        Room room = find(chat);
        checkSupergroup(room);
        return room;
    }

    /// The chat to change something in that stands there already.
    ///
    /// @throws Refused if it does not exist, or the bot is not in it
    Room toEdit(String chat) {
        Room room = toRead(chat);
        if (room.movedTo != null) {
            throw Refused.moved(room.movedTo);
        }
        switch (room.chat().kind()) {
            case PRIVATE -> {
                if (state.deactivated.contains(new UserId(room.chat().id().value()))) {
                    throw Refused.forbidden("user is deactivated");
                }
            }
            case GROUP -> checkGroup(room);
            case SUPERGROUP, CHANNEL -> {}
        }
        return room;
    }

    /// The chat to send into.
    ///
    /// @throws Refused if it does not exist, has moved, or the bot may not write there
    Room toWrite(String chat) {
        if (find(chat).deleted) {
            throw Refused.forbidden("the group chat was deleted");
        }
        return toEdit(chat);
    }

    /// The last word of a send: who blocked the bot, and channels where it may not post.
    void checkSend(Room room) {
        Membership bot = room.membership(state.bot().id());
        if (room.chat().kind() == ChatKind.PRIVATE && bot == Membership.KICKED) {
            throw Refused.forbidden("bot was blocked by the user");
        }
        if (room.chat().kind() == ChatKind.CHANNEL && !bot.runs()) {
            throw Refused.badRequest("need administrator rights in the channel chat");
        }
    }

    /// A message of the room that exists.
    Message message(Room room, int id, String role) {
        return room.message(id).orElseThrow(() -> Refused.badRequest(role + " not found"));
    }

    private void checkSupergroup(Room room) {
        if (room.chat().kind() != ChatKind.SUPERGROUP && room.chat().kind() != ChatKind.CHANNEL) {
            return;
        }
        String kind = room.chat().kind().wireName() + " chat";
        Membership bot = room.membership(state.bot().id());
        if (bot == Membership.KICKED) {
            throw Refused.forbidden("bot was kicked from the " + kind);
        }
        if (!bot.present() && room.chat().username() == null) {
            throw Refused.forbidden("bot is not a member of the " + kind);
        }
    }

    private void checkGroup(Room room) {
        Membership bot = room.membership(state.bot().id());
        if (bot == Membership.KICKED) {
            throw Refused.forbidden("bot was kicked from the group chat");
        }
        if (!bot.present()) {
            throw Refused.forbidden("bot is not a member of the group chat");
        }
    }

    private Room find(String chat) {
        if (chat.isEmpty()) {
            throw Refused.badRequest("chat_id is empty");
        }
        Optional<Room> room = chat.startsWith("@") ? named(chat.substring(1)) : numbered(chat);
        return room.orElseThrow(() -> unknown(chat));
    }

    private Optional<Room> named(String username) {
        return state.rooms.values().stream()
                .filter(room -> room.chat().kind() != ChatKind.PRIVATE)
                .filter(room -> username.equalsIgnoreCase(room.chat().username()))
                .findFirst();
    }

    private Optional<Room> numbered(String chat) {
        return id(chat).map(ChatId::new).map(state.rooms::get).filter(this::isKnown);
    }

    /// A bot cannot know a chat that it never was in.
    private boolean isKnown(Room room) {
        return room.members.containsKey(state.bot().id());
    }

    private static Optional<Long> id(String chat) {
        try {
            long id = Long.parseLong(chat);
            return id == 0 ? Optional.empty() : Optional.of(id);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Refused unknown(String chat) {
        boolean met =
                id(chat).filter(id -> id > 0)
                        .map(UserId::new)
                        .filter(this::sharesAChatWithBot)
                        .isPresent();
        return met
                ? Refused.forbidden("bot can't initiate conversation with a user")
                : Refused.badRequest("chat not found");
    }

    private boolean sharesAChatWithBot(UserId person) {
        return state.rooms.values().stream()
                .anyMatch(room ->
                        room.membership(person).present()
                                && room.membership(state.bot().id()).present());
    }
}

package pikett.playground.telegram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Person;

/// The bot's command menus, one for each scope and language. Safe for any thread.
public final class CommandMenu {
    private static final int COMMANDS_BOUND = 100;

    private final State state;
    private final Access access;
    private final Map<Key, List<MenuCommand>> menus = new HashMap<>();

    CommandMenu(State state, Access access) {
        this.state = state;
        this.access = access;
    }

    private record Key(MenuScope scope, String language) {}

    /// The chat that a scope names, as the Bot API names chats.
    public ChatId chat(String chat) {
        return state.with(() -> access.toRead(chat).chat().id());
    }

    /// Replaces one menu; an empty one removes it.
    ///
    /// @param language two letters, or empty for all languages without their own
    public void set(MenuScope scope, String language, List<MenuCommand> commands) {
        check(language);
        if (commands.size() > COMMANDS_BOUND) {
            throw Refused.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        commands.forEach(CommandMenu::check);
        state.run(() -> {
            if (commands.isEmpty()) {
                menus.remove(new Key(scope, language));
            } else {
                menus.put(new Key(scope, language), List.copyOf(commands));
            }
            state.announce(new Change.MenuChanged());
        });
    }

    private static void check(String language) {
        if (!language.matches("([a-z]{2})?")) {
            throw Refused.badRequest("invalid language code specified");
        }
    }

    private static void check(MenuCommand command) {
        if (!command.command().matches("[a-z0-9_]{1,32}")) {
            throw Refused.badRequest("BOT_COMMAND_INVALID");
        }
        if (command.description().isBlank() || command.description().length() > 256) {
            throw Refused.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    /// Exactly that menu, empty if it was never set.
    public List<MenuCommand> get(MenuScope scope, String language) {
        check(language);
        return state.with(() -> menus.getOrDefault(new Key(scope, language), List.of()));
    }

    /// The menu that this person's app shows in that chat: the narrowest scope that has one, first
    /// in the person's language and then in any.
    public List<MenuCommand> shownTo(Person person, ChatId chat) {
        return state.with(() -> {
            String language = Optional.ofNullable(person.language()).orElse("");
            return scopes(person, state.room(chat))
                    .flatMap(scope -> Stream.of(new Key(scope, language), new Key(scope, "")))
                    .filter(menus::containsKey)
                    .findFirst()
                    .map(menus::get)
                    .orElse(List.of());
        });
    }

    private static Stream<MenuScope> scopes(Person person, Room room) {
        ChatId chat = room.chat().id();
        if (room.chat().kind() == ChatKind.PRIVATE) {
            return Stream.of(
                    new MenuScope.OneChat(chat),
                    new MenuScope.PrivateChats(),
                    new MenuScope.Everybody());
        }
        boolean runs = room.membership(person.id()).runs();
        Stream<MenuScope> own = Stream.of(new MenuScope.OneMember(chat, person.id()));
        Stream<MenuScope> here =
                runs
                        ? Stream.of(
                                new MenuScope.ChatAdministrators(chat), new MenuScope.OneChat(chat))
                        : Stream.of(new MenuScope.OneChat(chat));
        Stream<MenuScope> all =
                runs
                        ? Stream.of(
                                new MenuScope.GroupAdministrators(),
                                new MenuScope.Groups(),
                                new MenuScope.Everybody())
                        : Stream.of(new MenuScope.Groups(), new MenuScope.Everybody());
        return Stream.concat(own, Stream.concat(here, all));
    }
}

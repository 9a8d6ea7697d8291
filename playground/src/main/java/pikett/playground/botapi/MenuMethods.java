package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.CommandMenu;
import pikett.playground.telegram.MenuCommand;
import pikett.playground.telegram.MenuScope;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.message.UserId;

/// The methods about the bot's command menus.
final class MenuMethods {
    private final CommandMenu menu;

    MenuMethods(CommandMenu menu) {
        this.menu = menu;
    }

    Map<String, Method> all() {
        return Map.of(
                "setmycommands", this::set,
                "getmycommands", this::get,
                "deletemycommands", this::delete);
    }

    private JsonNode set(Call call) {
        List<MenuCommand> commands = commands(call);
        menu.set(scope(call), call.text("language_code"), commands);
        return BooleanNode.TRUE;
    }

    private JsonNode delete(Call call) {
        menu.set(scope(call), call.text("language_code"), List.of());
        return BooleanNode.TRUE;
    }

    private JsonNode get(Call call) {
        return Json.array(
                menu.get(scope(call), call.text("language_code")),
                c -> Json.object().put("command", c.command()).put("description", c.description()));
    }

    private static List<MenuCommand> commands(Call call) {
        if (!call.has("commands")) {
            return List.of();
        }
        JsonNode commands =
                call.json("commands")
                        .orElseThrow(() -> Refused.badRequest("can't parse commands JSON object"));
        if (!commands.isArray()) {
            throw Refused.badRequest("expected an Array of BotCommand");
        }
        return StreamSupport.stream(commands.spliterator(), false)
                .map(MenuMethods::command)
                .toList();
    }

    private static MenuCommand command(JsonNode node) {
        if (!node.isObject()) {
            throw Refused.badRequest("can't parse BotCommand: expected an Object");
        }
        return new MenuCommand(
                field(node, "command", "BotCommand"), field(node, "description", "BotCommand"));
    }

    private MenuScope scope(Call call) {
        if (!call.has("scope")) {
            return new MenuScope.Everybody();
        }
        JsonNode scope =
                call.json("scope")
                        .orElseThrow(() ->
                                Refused.badRequest("can't parse BotCommandScope JSON object"));
        if (!scope.isObject()) {
            throw malformed("BotCommandScope must be an Object");
        }
        return switch (field(scope, "type", "BotCommandScope")) {
            case "default" -> new MenuScope.Everybody();
            case "all_private_chats" -> new MenuScope.PrivateChats();
            case "all_group_chats" -> new MenuScope.Groups();
            case "all_chat_administrators" -> new MenuScope.GroupAdministrators();
            case "chat" -> new MenuScope.OneChat(menu.chat(chat(scope)));
            case "chat_administrators" -> new MenuScope.ChatAdministrators(menu.chat(chat(scope)));
            case "chat_member" -> new MenuScope.OneMember(menu.chat(chat(scope)), user(scope));
            default -> throw malformed("Unsupported type specified");
        };
    }

    private static String chat(JsonNode scope) {
        String chat = field(scope, "chat_id", "BotCommandScope");
        if (chat.isEmpty()) {
            throw malformed("Empty chat_id specified");
        }
        return chat;
    }

    private static UserId user(JsonNode scope) {
        long user = scope.path("user_id").asLong();
        if (user <= 0) {
            throw malformed("Invalid user_id specified");
        }
        return new UserId(user);
    }

    private static String field(JsonNode node, String name, String what) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw Refused.badRequest("can't parse " + what + ": Can't find field \"" + name + "\"");
        }
        return value.asText();
    }

    private static Refused malformed(String reason) {
        return Refused.badRequest("can't parse BotCommandScope: " + reason);
    }
}

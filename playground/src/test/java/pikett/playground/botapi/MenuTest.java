package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.MenuCommand;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// Command menus: what may stand in them, and who is shown which.
final class MenuTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static ObjectNode menu(String command, String scope, String language) {
        return Json.object()
                .put("commands", "[{\"command\":\"" + command + "\",\"description\":\"does it\"}]")
                .put("scope", scope)
                .put("language_code", language);
    }

    private void set(String command, String scope, String language) throws Exception {
        desk.call("setMyCommands", menu(command, scope, language)).result();
    }

    private String shown(Person person, Chat chat) {
        return desk.cloud.botSide().menu().shownTo(person, chat.id()).stream()
                .map(MenuCommand::command)
                .reduce("", String::concat);
    }

    @Test
    void aMenuIsKeptPerScopeAndLanguageUntilItIsDeleted() throws Exception {
        set("all", "", "");
        set("german", "", "de");
        assertThat(desk.call("getMyCommands", Json.object()).result().toString())
                .isEqualTo("[{\"command\":\"all\",\"description\":\"does it\"}]");
        ObjectNode german = Json.object().put("language_code", "de");
        assertThat(desk.call("getMyCommands", german).result().path(0).path("command").asText())
                .isEqualTo("german");
        desk.call("deleteMyCommands", german).result();
        assertThat(desk.call("getMyCommands", german).result()).isEmpty();
    }

    @Test
    void thePersonIsShownTheNarrowestMenuInTheirLanguage() throws Exception {
        Person lena = desk.cloud.rooms().addPerson(Person.human(12, "Lena").withLanguage("de"));
        desk.cloud.rooms().join(desk.ops.id(), lena);
        Chat lenas = desk.cloud.rooms().openPrivate(lena);
        set("everybody", "{\"type\":\"default\"}", "");
        assertThat(shown(lena, lenas)).isEqualTo("everybody");
        set("alle", "{\"type\":\"default\"}", "de");
        assertThat(shown(lena, lenas)).isEqualTo("alle");
        set("private", "{\"type\":\"all_private_chats\"}", "");
        assertThat(shown(lena, lenas)).isEqualTo("private");
        assertThat(shown(lena, desk.ops)).isEqualTo("alle");
        set("groups", "{\"type\":\"all_group_chats\"}", "");
        set("admins", "{\"type\":\"all_chat_administrators\"}", "");
        assertThat(shown(lena, desk.ops)).isEqualTo("groups");
        assertThat(shown(desk.anna, desk.ops)).isEqualTo("admins");
        String ops = "\"chat_id\":" + desk.ops.id();
        set("here", "{\"type\":\"chat\"," + ops + "}", "");
        assertThat(shown(lena, desk.ops)).isEqualTo("here");
        set("chiefs", "{\"type\":\"chat_administrators\"," + ops + "}", "");
        assertThat(shown(desk.anna, desk.ops)).isEqualTo("chiefs");
        set("lena", "{\"type\":\"chat_member\",\"user_id\":12," + ops + "}", "");
        assertThat(shown(lena, desk.ops)).isEqualTo("lena");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "[{\"command\":\"Restart\",\"description\":\"x\"}] § BOT_COMMAND_INVALID",
                "[{\"command\":\"a-b\",\"description\":\"x\"}] § BOT_COMMAND_INVALID",
                "[{\"command\":\"a23456789012345678901234567890123\",\"description\":\"x\"}] § BOT_COMMAND_INVALID",
                "[{\"command\":\"a\",\"description\":\"\"}] § BOT_COMMAND_DESCRIPTION_INVALID",
                "[{\"command\":\"a\"}] § can't parse BotCommand: Can't find field \"description\"",
                "[7] § can't parse BotCommand: expected an Object",
                "{} § expected an Array of BotCommand",
                "[ § can't parse commands JSON object"
            })
    void aBadMenuIsRefused(String commands, String problem) throws Exception {
        assertThat(
                        desk.call("setMyCommands", Json.object().put("commands", commands))
                                .description())
                .isEqualTo("Bad Request: " + problem);
    }

    @Test
    void aMenuHasAtMost100CommandsOf256Characters() throws Exception {
        String line = "{\"command\":\"a\",\"description\":\"" + "x".repeat(256) + "\"}";
        String hundred = (line + ",").repeat(99) + line;
        assertThat(
                        desk.call(
                                        "setMyCommands",
                                        Json.object().put("commands", "[" + hundred + "]"))
                                .status())
                .isEqualTo(200);
        assertThat(
                        desk.call(
                                        "setMyCommands",
                                        Json.object()
                                                .put("commands", "[" + hundred + "," + line + "]"))
                                .description())
                .isEqualTo("Bad Request: BOT_COMMANDS_TOO_MUCH");
        String longer = line.replace("xxx", "xxxx");
        assertThat(
                        desk.call(
                                        "setMyCommands",
                                        Json.object().put("commands", "[" + longer + "]"))
                                .description())
                .isEqualTo("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "{\"type\":\"planet\"} § can't parse BotCommandScope: Unsupported type specified",
                "{\"type\":\"chat\"} § can't parse BotCommandScope: Can't find field \"chat_id\"",
                "{\"type\":\"chat\",\"chat_id\":4711} § chat not found",
                "{\"type\":\"chat_member\",\"chat_id\":11,\"user_id\":0} § can't parse BotCommandScope: Invalid user_id specified",
                "[] § can't parse BotCommandScope: BotCommandScope must be an Object",
                "{ § can't parse BotCommandScope JSON object"
            })
    void aBadScopeIsRefused(String scope, String problem) throws Exception {
        assertThat(desk.call("setMyCommands", menu("a", scope, "")).description())
                .isEqualTo("Bad Request: " + problem);
    }

    @Test
    void aLanguageHasTwoLetters() throws Exception {
        assertThat(desk.call("setMyCommands", menu("a", "", "german")).description())
                .isEqualTo("Bad Request: invalid language code specified");
    }
}

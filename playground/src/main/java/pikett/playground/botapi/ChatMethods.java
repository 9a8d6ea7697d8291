package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;
import pikett.playground.botapi.json.ChatJson;
import pikett.playground.botapi.json.Json;
import pikett.playground.botapi.json.PersonJson;
import pikett.playground.telegram.BotSide;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.message.UserId;

/// The methods about the bot itself and about chats and who is in them.
final class ChatMethods {
    private final BotSide bot;

    ChatMethods(BotSide bot) {
        this.bot = bot;
    }

    Map<String, Method> all() {
        return Map.of(
                "getme", this::getMe,
                "getchat", this::getChat,
                "getchatmember", this::getMember,
                "getchatadministrators", this::getAdministrators,
                "leavechat", this::leave);
    }

    private JsonNode getMe(Call call) {
        return PersonJson.me(bot.me());
    }

    private JsonNode getChat(Call call) {
        return ChatJson.full(bot.chat(call.text("chat_id")));
    }

    private JsonNode getMember(Call call) {
        long user = call.number("user_id");
        if (user <= 0) {
            throw Refused.badRequest("invalid user_id specified");
        }
        BotSide.Member member = bot.member(call.text("chat_id"), new UserId(user));
        return ChatJson.member(member.person(), member.membership());
    }

    private JsonNode getAdministrators(Call call) {
        return Json.array(
                bot.administrators(call.text("chat_id")),
                member -> ChatJson.member(member.person(), member.membership()));
    }

    private JsonNode leave(Call call) {
        bot.leave(call.text("chat_id"));
        return BooleanNode.TRUE;
    }
}

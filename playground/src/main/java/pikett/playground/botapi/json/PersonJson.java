package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Person;

/// The form of `User`.
public final class PersonJson {
    private PersonJson() {}

    /// Anybody.
    public static ObjectNode of(Person person) {
        ObjectNode node =
                Json.object()
                        .put("id", person.id().value())
                        .put("is_bot", person.isBot())
                        .put("first_name", person.firstName());
        if (person.username() != null) {
            node.put("username", person.username());
        }
        if (person.language() != null) {
            node.put("language_code", person.language());
        }
        return node;
    }

    /// The bot as it sees itself.
    public static ObjectNode me(Bot bot) {
        return of(bot.person())
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", !bot.privacy())
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }
}

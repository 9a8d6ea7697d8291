package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pikett.playground.telegram.Membership;
import pikett.playground.telegram.MembershipChange;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Person;

/// The forms of `Chat`, `ChatFullInfo` and `ChatMember`.
public final class ChatJson {
    private static final int REACTIONS_BOUND = 11;

    private ChatJson() {}

    /// A chat as it stands in a message.
    public static ObjectNode of(Chat chat) {
        ObjectNode node = Json.object().put("id", chat.id().value());
        node.put(chat.kind() == ChatKind.PRIVATE ? "first_name" : "title", chat.title());
        if (chat.username() != null) {
            node.put("username", chat.username());
        }
        if (chat.forum()) {
            node.put("is_forum", true);
        }
        return node.put("type", chat.kind().wireName());
    }

    /// A chat with everything that is known of it.
    public static ObjectNode full(Chat chat) {
        ObjectNode node =
                of(chat).put("accent_color_id", 0).put("max_reaction_count", REACTIONS_BOUND);
        node.set(
                "accepted_gift_types",
                Json.object()
                        .put("unlimited_gifts", false)
                        .put("limited_gifts", false)
                        .put("unique_gifts", false)
                        .put("premium_subscription", false)
                        .put("gifts_from_channels", false));
        return node;
    }

    /// Somebody and what they are to a chat.
    public static ObjectNode member(Person person, Membership membership) {
        ObjectNode node = Json.object();
        node.set("user", PersonJson.of(person));
        node.put("status", membership.wireName());
        switch (membership) {
            case CREATOR -> node.put("is_anonymous", false);
            case ADMINISTRATOR -> rights(node);
            case KICKED -> node.put("until_date", 0);
            case MEMBER, LEFT -> {}
        }
        return node;
    }

    private static void rights(ObjectNode node) {
        node.put("can_be_edited", false)
                .put("is_anonymous", false)
                .put("can_manage_chat", true)
                .put("can_delete_messages", true)
                .put("can_manage_video_chats", true)
                .put("can_restrict_members", true)
                .put("can_promote_members", false)
                .put("can_change_info", true)
                .put("can_invite_users", true)
                .put("can_post_stories", false)
                .put("can_edit_stories", false)
                .put("can_delete_stories", false)
                .put("can_pin_messages", true)
                .put("can_manage_topics", true);
    }

    /// The form of `ChatMemberUpdated`.
    static ObjectNode moved(MembershipChange change) {
        ObjectNode node = Json.object();
        node.set("chat", of(change.chat()));
        node.set("from", PersonJson.of(change.by()));
        node.put("date", change.at().getEpochSecond());
        node.set("old_chat_member", member(change.whom(), change.before()));
        node.set("new_chat_member", member(change.whom(), change.after()));
        return node;
    }
}

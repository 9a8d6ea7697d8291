package pikett.bot.real;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.MessageHistory;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;

/// What the bot says in a chat from a moment on.
final class Said {
    private final Cloud cloud;
    private final ChatId chat;
    private final Map<MessageKey, Integer> before;

    Said(Cloud cloud, ChatId chat) {
        this.cloud = cloud;
        this.chat = chat;
        this.before =
                cloud.messages(chat).stream()
                        .map(Message::key)
                        .collect(Collectors.toMap(key -> key, key -> versions(key).size()));
    }

    /// Of each message, in their order, what stood at its head: a line for each time that this changed.
    /// Severities and times, which stand behind it, are left out.
    List<List<String>> heads() {
        return cloud.messages(chat).stream()
                .filter(message -> message.isFrom(cloud.bot().id()))
                .map(this::heads)
                .filter(heads -> !heads.isEmpty())
                .toList();
    }

    private List<String> heads(Message message) {
        return versions(message.key()).stream()
                .skip(before.getOrDefault(message.key(), 0))
                .map(version -> head(version.message()))
                .distinct()
                .toList();
    }

    private List<MessageHistory.Version> versions(MessageKey key) {
        return cloud.history(key).orElseThrow().versions();
    }

    private static String head(Message message) {
        return message.text().lines().findFirst().orElse("").split(" · ")[0];
    }
}

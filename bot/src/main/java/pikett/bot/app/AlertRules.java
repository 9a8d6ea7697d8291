package pikett.bot.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pikett.alerts.incident.Chat;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.outbox.Destination;
import pikett.alerts.pipeline.NotifyRules;
import pikett.bot.delivery.TelegramAddress;
import pikett.config.ChatConfig;
import pikett.config.NotifyConfig;
import pikett.config.PikettConfig;
import pikett.config.Role;

/// Who is told of what, and when: as `notify` says. What it says nothing of goes to every chat; where
/// there is none, to every admin.
final class AlertRules implements Supplier<NotifyRules> {
    private final Supplier<PikettConfig> today;

    AlertRules(Supplier<PikettConfig> today) {
        this.today = today;
    }

    @Override
    public NotifyRules get() {
        PikettConfig config = today.get();
        List<Destination> admins =
                config.people().values().stream()
                        .filter(person -> person.role() == Role.ADMIN)
                        .map(person -> destination(person.telegram(), Optional.empty()))
                        .toList();
        Map<String, Chat> chats = chats(config);
        NotifyConfig notify = config.notifications();
        WrittenRules written = new WrittenRules(notify);
        return new NotifyRules(
                notify.groupBy(),
                notify.groupWait(),
                notify.repeatAfter(),
                written.routes(List.copyOf(chats.keySet())),
                written.windows(),
                written.inhibitions(),
                dependencies(config),
                chats,
                admins);
    }

    private static Map<String, Chat> chats(PikettConfig config) {
        Map<String, Chat> chats = new LinkedHashMap<>();
        config.telegram().chats().forEach((name, chat) -> chats.put(name, chat(name, chat)));
        if (chats.isEmpty()) {
            config.people()
                    .forEach((name, person) -> {
                        if (person.role() == Role.ADMIN) {
                            Destination alone = destination(person.telegram(), Optional.empty());
                            chats.put(name, new Chat(name, alone, Optional.empty()));
                        }
                    });
        }
        return chats;
    }

    private static Chat chat(String name, ChatConfig chat) {
        return new Chat(name, destination(chat.id(), chat.topic()), chat.quietBelow());
    }

    private static Destination destination(long chat, Optional<Integer> topic) {
        return new TelegramAddress(chat, topic).destination();
    }

    private static Dependencies dependencies(PikettConfig config) {
        Map<String, List<String>> direct = new LinkedHashMap<>();
        config.services().forEach((name, service) -> direct.put(name, service.dependsOn()));
        return new Dependencies(direct);
    }
}

package pikett.bot.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pikett.alerts.incident.Chat;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.outbox.Destination;
import pikett.alerts.pipeline.Fallback;
import pikett.alerts.pipeline.NotifyRules;
import pikett.bot.channel.ChannelKind;
import pikett.bot.delivery.TelegramAddress;
import pikett.config.ChatConfig;
import pikett.config.NotifyConfig;
import pikett.config.PikettConfig;
import pikett.config.Role;

/// Who is told of what, and when: as `notify` says. What it says nothing of goes to every chat; where
/// there is none, or nothing arrives in any, to every admin.
final class AlertRules implements Supplier<NotifyRules> {
    private final Supplier<PikettConfig> today;
    private volatile Optional<Made> last = Optional.empty();

    /// The rules of a configuration, which are asked for with every alert.
    private record Made(PikettConfig of, NotifyRules rules) {}

    AlertRules(Supplier<PikettConfig> today) {
        this.today = today;
    }

    @Override
    public NotifyRules get() {
        PikettConfig config = today.get();
        Made made =
                last.filter(before -> before.of().equals(config))
                        .orElseGet(() -> new Made(config, rules(config)));
        last = Optional.of(made);
        return made.rules();
    }

    private static NotifyRules rules(PikettConfig config) {
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
                admins(config, "@"),
                channels(notify),
                notify.fallback().map(way -> new Fallback(way.after(), way.to())));
    }

    private static Map<String, Chat> channels(NotifyConfig notify) {
        Map<String, Chat> channels = new LinkedHashMap<>();
        notify.channels()
                .forEach((name, channel) ->
                        channels.put(
                                name,
                                Chat.channel(name, ChannelKind.of(channel).destination(name))));
        return channels;
    }

    private static Map<String, Chat> chats(PikettConfig config) {
        Map<String, Chat> chats = new LinkedHashMap<>();
        config.telegram().chats().forEach((name, chat) -> chats.put(name, chat(name, chat)));
        if (chats.isEmpty()) {
            admins(config, "").forEach(admin -> chats.put(admin.name(), admin));
        }
        return chats;
    }

    /// @param sign before their names: beside chats it keeps them apart, for no chat is called so
    private static List<Chat> admins(PikettConfig config, String sign) {
        List<Chat> admins = new ArrayList<>();
        config.people()
                .forEach((name, person) -> {
                    if (person.role() == Role.ADMIN) {
                        Destination alone = destination(person.telegram(), Optional.empty());
                        admins.add(new Chat(sign + name, alone, Optional.empty()));
                    }
                });
        return admins;
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

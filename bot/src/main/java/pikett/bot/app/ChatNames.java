package pikett.bot.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pikett.alerts.outbox.Destination;
import pikett.bot.delivery.TelegramAddress;
import pikett.config.ChatConfig;
import pikett.config.PikettConfig;

/// What the configuration calls a destination: by its chat and topic, else by its chat alone, else by
/// the person; its address when nobody knows it.
final class ChatNames implements Function<Destination, String> {
    private final Supplier<PikettConfig> today;

    ChatNames(Supplier<PikettConfig> today) {
        this.today = today;
    }

    @Override
    public String apply(Destination destination) {
        return TelegramAddress.of(destination).flatMap(this::name).orElse(destination.address());
    }

    private Optional<String> name(TelegramAddress address) {
        PikettConfig config = today.get();
        return chat(
                        config,
                        chat -> chat.id() == address.chat() && chat.topic().equals(address.topic()))
                .or(() -> chat(config, chat -> chat.id() == address.chat()))
                .or(() ->
                        config.people().entrySet().stream()
                                .filter(person -> person.getValue().telegram() == address.chat())
                                .map(Map.Entry::getKey)
                                .findFirst());
    }

    private static Optional<String> chat(PikettConfig config, Predicate<ChatConfig> wanted) {
        return config.telegram().chats().entrySet().stream()
                .filter(chat -> wanted.test(chat.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

package pikett.bot.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import pikett.alerts.outbox.Destination;
import pikett.bot.channel.ChannelKind;
import pikett.bot.delivery.TelegramAddress;
import pikett.bot.language.Phrases;
import pikett.bot.view.Room;
import pikett.config.ChannelConfig;
import pikett.config.ChatConfig;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;

/// How one reads at a destination: in which language, by whose clocks.
///
/// Safe for use by many threads.
final class Readers {
    private final Supplier<PikettConfig> today;
    private final InstantSource clock;

    Readers(Supplier<PikettConfig> today, InstantSource clock) {
        this.today = today;
        this.clock = clock;
    }

    /// A person's own language, else that of the chat or the channel.
    Language language(Destination to) {
        PikettConfig config = today.get();
        if (ChannelKind.of(to).isPresent()) {
            return channel(config, to)
                    .flatMap(ChannelConfig.Reader::language)
                    .or(() -> first(config).map(ChatConfig::language))
                    .orElse(Language.EN);
        }
        return person(config, to)
                .flatMap(PersonConfig::language)
                .or(() -> chat(config, to).map(ChatConfig::language))
                .orElse(Language.EN);
    }

    /// Where what is said to it is read, at this moment.
    Room room(Destination to) {
        PikettConfig config = today.get();
        ZoneId zone =
                channel(config, to)
                        .flatMap(ChannelConfig.Reader::timeZone)
                        .or(() ->
                                chat(config, to).or(() -> first(config)).map(ChatConfig::timeZone))
                        .orElse(ZoneOffset.UTC);
        return new Room(Phrases.in(language(to)), zone, clock.instant());
    }

    private static Optional<ChannelConfig.Reader> channel(PikettConfig config, Destination to) {
        return ChannelKind.of(to)
                .flatMap(_ ->
                        Optional.ofNullable(config.notifications().channels().get(to.address())))
                .map(ChannelConfig::reader);
    }

    private static Optional<PersonConfig> person(PikettConfig config, Destination to) {
        return TelegramAddress.of(to)
                .flatMap(address ->
                        config.people().values().stream()
                                .filter(person -> person.telegram() == address.chat())
                                .findFirst());
    }

    private static Optional<ChatConfig> chat(PikettConfig config, Destination to) {
        return TelegramAddress.of(to)
                .flatMap(address ->
                        config.telegram().chats().values().stream()
                                .filter(chat -> chat.id() == address.chat())
                                .findFirst());
    }

    private static Optional<ChatConfig> first(PikettConfig config) {
        return config.telegram().chats().values().stream().findFirst();
    }
}

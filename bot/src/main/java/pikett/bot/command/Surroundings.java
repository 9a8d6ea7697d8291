package pikett.bot.command;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.bot.telegram.Incoming;
import pikett.config.ChatConfig;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;

/// In which language and time zone somebody is answered somewhere. Pure.
final class Surroundings {
    private Surroundings() {}

    /// The person's own setting, else the chat's, else that of the person's app.
    static Language language(
            PikettConfig config,
            PersonConfig person,
            Incoming.Place place,
            Optional<String> appLanguage) {
        return person.language()
                .or(() -> chat(config, place).map(ChatConfig::language))
                .or(() -> appLanguage.flatMap(Surroundings::spoken))
                .orElse(Language.EN);
    }

    /// The chat's own.
    static Language language(PikettConfig config, Incoming.Place place) {
        return chat(config, place).map(ChatConfig::language).orElse(Language.EN);
    }

    /// The chat's zone; in a private chat that is not configured, that of the first chat that is.
    static ZoneId zone(PikettConfig config, Incoming.Place place) {
        return chat(config, place)
                .or(() -> config.telegram().chats().values().stream().findFirst())
                .map(ChatConfig::timeZone)
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ChatConfig> chat(PikettConfig config, Incoming.Place place) {
        return config.telegram().chats().values().stream()
                .filter(chat -> chat.id() == place.chat())
                .findFirst();
    }

    private static Optional<Language> spoken(String tag) {
        String code = Locale.forLanguageTag(tag).getLanguage();
        return Stream.of(Language.values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }
}

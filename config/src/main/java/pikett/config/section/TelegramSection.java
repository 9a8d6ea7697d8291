package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.config.ChatConfig;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.config.Severity;
import pikett.config.TelegramConfig;
import pikett.config.shape.Key;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalars;
import pikett.config.shape.SecretText;
import pikett.config.shape.Section;

/// `telegram`: the bot's account and its chats.
final class TelegramSection {
    /// Telegram promises that its ids fit into 52 bits.
    static final long LARGEST_ID = (1L << 52) - 1;

    private static final Key<Long> ID =
            Key.required(
                            "id",
                            Scalars.wholeNumber(
                                            "the number of a chat such as -1001234567890",
                                            -LARGEST_ID,
                                            LARGEST_ID)
                                    .obeying(TelegramSection::chatId)
                                    .described("not", Map.of("const", 0)),
                            "Telegram's id of the chat; negative for groups and channels.")
                    .example(-1001234567890L);
    private static final Key<Optional<Integer>> TOPIC =
            Key.optional(
                    "topic",
                    Scalars.wholeNumber("the number of a topic", 1, Integer.MAX_VALUE)
                            .as(Long::intValue),
                    "The forum topic in which the bot posts.");
    private static final Key<Language> LANGUAGE =
            Key.defaulting(
                    "language",
                    Scalars.oneOf(Language.class),
                    TEXT,
                    "en",
                    "Language of what is posted to the chat; a person's own setting wins in answers.");
    private static final Key<ZoneId> TIME_ZONE =
            Key.defaulting(
                    "time-zone",
                    Scalars.timeZone(),
                    TEXT,
                    "UTC",
                    "The time zone in which times are written to the chat.");
    private static final Key<Optional<Severity>> QUIET_BELOW =
            Key.optional(
                    "quiet-below",
                    Scalars.oneOf(Severity.class),
                    "Below this severity a message is delivered without sound.");

    private static final Section<ChatConfig> CHAT =
            Section.of(
                    "A group, a channel or a person's chat that the bot may write to.",
                    values ->
                            new ChatConfig(
                                    values.get(ID),
                                    values.get(TOPIC),
                                    values.get(LANGUAGE),
                                    values.get(TIME_ZONE),
                                    values.get(QUIET_BELOW)),
                    ID,
                    TOPIC,
                    LANGUAGE,
                    TIME_ZONE,
                    QUIET_BELOW);

    private static final Key<Secret> TOKEN =
            Key.required(
                            "token",
                            new SecretText(
                                    "the token of @BotFather",
                                    "[0-9]+:[A-Za-z0-9_-]+",
                                    TelegramSection::token,
                                    List::of),
                            "The token that @BotFather gave, better as a reference to where it lies.")
                    .example("${credential:telegram-token}");
    private static final Key<URI> API_URL =
            Key.defaulting(
                    "api-url",
                    Scalars.address("an address such as https://api.telegram.org", "https", "http"),
                    TEXT,
                    "https://api.telegram.org",
                    "Base of the Bot API; another one for a local Bot API server or the playground.");
    private static final Key<Optional<Secret>> PROXY =
            Key.optional(
                            "proxy",
                            Urls.secret(
                                    "an address such as socks5://user:password@127.0.0.1:1080",
                                    Set.of("socks5", "http"),
                                    true),
                            "A proxy on the way to Telegram.")
                    .example("socks5://127.0.0.1:1080");
    private static final Key<Map<String, ChatConfig>> CHATS =
            Key.orElse(
                    "chats",
                    new Named<>(Kinds.CHAT, CHAT),
                    Map.of(),
                    "The only groups and channels that the bot answers in or writes to, each under a"
                            + " name of your own. A listed person's private chat always counts.");

    static final Section<TelegramConfig> SHAPE =
            Section.of(
                    "The bot's account and its chats.",
                    values ->
                            new TelegramConfig(
                                    values.get(TOKEN),
                                    values.get(API_URL),
                                    values.get(PROXY),
                                    values.get(CHATS)),
                    TOKEN,
                    API_URL,
                    PROXY,
                    CHATS);

    private TelegramSection() {}

    private static Parsed<Long> chatId(long id) {
        return id == 0
                ? Parsed.bad("no chat has the id 0", "ask the bot with /whoami in the chat")
                : Parsed.good(id);
    }

    private static Parsed<String> token(String token) {
        return token.matches("[0-9]+:[A-Za-z0-9_-]+")
                ? Parsed.good(token)
                : Parsed.bad(
                        "this is not a bot token",
                        "copy the whole token of @BotFather: digits, a colon, letters");
    }
}

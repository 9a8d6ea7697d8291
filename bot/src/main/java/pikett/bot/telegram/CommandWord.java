package pikett.bot.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bot command that a text begins with, by Telegram's own entity. Pure.
///
/// @param command without the slash, in lower case; empty when the text begins with none, or with one
///     for another bot
/// @param arguments what follows it
record CommandWord(Optional<String> command, String arguments) {
    /// ASCII only: a look-alike letter of another script is no letter of a command.
    private static final Pattern WORD =
            Pattern.compile("/([a-zA-Z0-9_]{1,32})(?:@([a-zA-Z0-9_]{1,64}))?");

    private static final CommandWord NONE = new CommandWord(Optional.empty(), "");

    static CommandWord in(String text, List<Fields> entities, BotIdentity me) {
        for (Fields entity : entities) {
            if (entity.requiredText("type").equals("bot_command")
                    && entity.requiredInt("offset") == 0) {
                return ofLength(entity.requiredInt("length"), text, me);
            }
        }
        return NONE;
    }

    private static CommandWord ofLength(int length, String text, BotIdentity me) {
        if (length < 0 || length > text.length()) {
            return NONE;
        }
        Matcher word = WORD.matcher(text.substring(0, length));
        String rest = text.substring(length);
        if (!word.matches() || !(rest.isEmpty() || Character.isWhitespace(rest.charAt(0)))) {
            return NONE;
        }
        String addressee = word.group(2);
        if (addressee != null && !addressee.equalsIgnoreCase(me.username())) {
            return NONE;
        }
        return new CommandWord(Optional.of(word.group(1).toLowerCase(Locale.ROOT)), rest.strip());
    }
}

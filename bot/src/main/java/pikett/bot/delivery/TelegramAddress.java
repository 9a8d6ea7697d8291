package pikett.bot.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.alerts.outbox.Destination;

/// A destination in Telegram: `<chat id>` or `<chat id>/<topic>`.
///
/// @param topic of a forum
public record TelegramAddress(long chat, Optional<Integer> topic) {
    /// The channel of such destinations.
    public static final String CHANNEL = "telegram";

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})(?:/(\\d{1,9}))?");

    /// Reads a destination; empty when it is not one of Telegram's.
    public static Optional<TelegramAddress> of(Destination destination) {
        Matcher form = FORM.matcher(destination.address());
        if (!destination.channel().equals(CHANNEL) || !form.matches()) {
            return Optional.empty();
        }
        String topic = form.group(2);
        return Optional.of(
                new TelegramAddress(
                        Long.parseLong(form.group(1)),
                        topic == null ? Optional.empty() : Optional.of(Integer.valueOf(topic))));
    }

    /// The destination of this address.
    public Destination destination() {
        return new Destination(CHANNEL, topic.map(id -> chat + "/" + id).orElse("" + chat));
    }

    /// Groups and channels have negative ids.
    boolean group() {
        return chat < 0;
    }

    TelegramAddress inChat(long other) {
        return new TelegramAddress(other, topic);
    }

    TelegramAddress inGeneral() {
        return new TelegramAddress(chat, Optional.empty());
    }
}

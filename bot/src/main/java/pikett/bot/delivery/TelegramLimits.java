package pikett.bot.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.Rate;

/// What Telegram takes of one bot, as far as it says: about one message a second to a chat with a small
/// burst, twenty a minute to a group, thirty a second in all. Edits count like messages, and all topics of
/// a forum as one chat.
public final class TelegramLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static final List<Limit> ALL =
            List.of(
                    new Limit(new Rate(3, Duration.ofSeconds(3)), TelegramLimits::chat),
                    new Limit(new Rate(20, MINUTE), TelegramLimits::group),
                    new Limit(new Rate(30, Duration.ofSeconds(1)), _ -> Optional.of("the bot")));

    private TelegramLimits() {}

    /// What one destination takes in a minute.
    public static Rate perMinute(Destination to) {
        return Limit.ofOne(ALL, to, MINUTE).orElseThrow();
    }

    private static Optional<String> chat(Destination to) {
        return TelegramAddress.of(to).map(address -> Long.toString(address.chat()));
    }

    private static Optional<String> group(Destination to) {
        return TelegramAddress.of(to)
                .filter(TelegramAddress::group)
                .map(address -> Long.toString(address.chat()));
    }
}

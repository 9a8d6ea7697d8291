package pikett.bot.channel;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.Rate;
import pikett.config.ChannelConfig;

/// The kinds of channels beside Telegram. A destination there has the name of the channel in the
/// configuration for its address, so that what waits goes to where the channel is by then.
public enum ChannelKind {
    /// Mail; more than ten a minute would be read by nobody, and by filters.
    MAIL(10),
    /// Something is posted to an address.
    WEBHOOK(20);

    private final int perMinute;

    ChannelKind(int perMinute) {
        this.perMinute = perMinute;
    }

    /// The kind of a configured channel.
    public static ChannelKind of(ChannelConfig config) {
        return switch (config) {
            case ChannelConfig.Mail _ -> MAIL;
            case ChannelConfig.Webhook _ -> WEBHOOK;
        };
    }

    /// The kind of a destination; empty when it is in Telegram.
    public static Optional<ChannelKind> of(Destination to) {
        for (ChannelKind kind : values()) {
            if (kind.word().equals(to.channel())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The channel of such destinations, as the outbox calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What one channel of this kind takes in a minute.
    public Rate perMinute() {
        return new Rate(perMinute, Duration.ofMinutes(1));
    }

    List<Limit> limits() {
        return List.of(new Limit(perMinute(), to -> Optional.of(to.address())));
    }

    /// @param name of the channel in the configuration
    public Destination destination(String name) {
        return new Destination(word(), name);
    }
}

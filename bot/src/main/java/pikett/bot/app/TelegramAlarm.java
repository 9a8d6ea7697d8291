package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.Store;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.alerts.scheduler.CatchUp;
import pikett.alerts.scheduler.Chore;
import pikett.alerts.scheduler.EveryTimes;
import pikett.bot.channel.ChannelKind;
import pikett.bot.channel.TelegramTrouble;
import pikett.bot.channel.TelegramTrouble.What;
import pikett.bot.telegram.PollHealth;
import pikett.config.ChannelConfig;
import pikett.config.FallbackConfig;
import pikett.config.PikettConfig;

/// Tells the fallback of what Telegram cannot tell of: a token that it refuses, or that somebody else uses
/// (F12, T16). Once when it begins and once when it is over; after a restart that is told anew.
///
/// Used by one thread at a time.
final class TelegramAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramAlarm.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Store store;
    private final Outbox outbox;
    private final Supplier<PikettConfig> today;
    private final Supplier<PollHealth> health;
    private Optional<Told> told = Optional.empty();

    /// @param subject of the message that told of it: its end belongs there, and another trouble does not
    private record Told(What what, Subject subject) {
        static Told of(What what, Instant since) {
            return new Told(what, TelegramTrouble.subject(what, since));
        }
    }

    TelegramAlarm(
            Store store, Outbox outbox, Supplier<PikettConfig> today, Supplier<PollHealth> health) {
        this.store = store;
        this.outbox = outbox;
        this.today = today;
        this.health = health;
    }

    /// What looks at it.
    List<Chore> chores() {
        return List.of(
                new Chore(
                        "telegram-alarm",
                        EveryTimes.of(EVERY, "telegram-alarm"),
                        CatchUp.AT_START,
                        EVERY,
                        new Chore.Work.Repeatable(this::look)));
    }

    private void look() {
        PollHealth now = health.get();
        Optional<What> trouble = now.alarming() ? what(now) : Optional.empty();
        if (trouble.isPresent() && !trouble.equals(told.map(Told::what))) {
            LOG.error("telegram trouble={} since={}", trouble.get(), now.since());
            Told news = Told.of(trouble.get(), now.since());
            tell(news.subject(), trouble.get(), now.since());
            told = Optional.of(news);
        } else if (told.isPresent() && now.state() == PollHealth.State.POLLING) {
            tell(told.get().subject(), What.OVER, now.since());
            told = Optional.empty();
        }
    }

    private static Optional<What> what(PollHealth health) {
        return switch (health.state()) {
            case TOKEN_REFUSED -> Optional.of(What.TOKEN_REFUSED);
            case ANOTHER_INSTANCE -> Optional.of(What.ANOTHER_INSTANCE);
            case STARTING, POLLING, UNREACHABLE, STORE_AWAY, STOPPED -> Optional.empty();
        };
    }

    private void tell(Subject subject, What what, Instant since) {
        PikettConfig config = today.get();
        List<String> names =
                config.notifications().fallback().map(FallbackConfig::to).orElse(List.of());
        store.write(transaction -> {
            for (String name : names) {
                Optional.ofNullable(config.notifications().channels().get(name))
                        .ifPresent((ChannelConfig channel) ->
                                outbox.post(
                                        transaction,
                                        ChannelKind.of(channel).destination(name),
                                        subject,
                                        new TelegramTrouble(what, since).content(),
                                        Urgency.CRITICAL,
                                        false));
            }
            return names.size();
        });
    }
}

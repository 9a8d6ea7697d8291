package pikett.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns who we are, as soon as Telegram can be asked.
///
/// [#get()] may ask, and then blocks for as long as a call; [#known()] never does. Safe for use by many
/// threads.
final class OwnIdentity implements Supplier<Optional<BotIdentity>> {
    private static final Logger LOG = LoggerFactory.getLogger(OwnIdentity.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final BotApi api;
    private final BooleanSupplier reachable;
    private final InstantSource clock;
    private volatile Optional<BotIdentity> known = Optional.empty();
    private Instant nextTry = Instant.MIN;

    /// @param reachable whether Telegram takes our token by now: otherwise asking is in vain, and asked
    ///     often makes it worse
    OwnIdentity(BotApi api, BooleanSupplier reachable, InstantSource clock) {
        this.api = api;
        this.reachable = reachable;
        this.clock = clock;
    }

    Optional<BotIdentity> known() {
        return known;
    }

    @Override
    public synchronized Optional<BotIdentity> get() {
        if (known.isEmpty() && reachable.getAsBoolean() && !clock.instant().isBefore(nextTry)) {
            ask();
        }
        return known;
    }

    private void ask() {
        switch (api.whoAmI()) {
            case CallResult.Done<BotIdentity>(BotIdentity me) -> {
                LOG.info("bot={} username=@{}", me.id(), me.username());
                known = Optional.of(me);
            }
            case CallResult.Failed<BotIdentity>(CallFailure failure) -> {
                LOG.warn("Telegram does not say who we are: {}", failure);
                nextTry = clock.instant().plus(RETRY);
            }
        }
    }
}

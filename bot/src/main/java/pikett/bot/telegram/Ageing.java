package pikett.bot.telegram;

import java.time.Duration;
import java.time.Instant;

/// When an update is too old to be acted on. Pure.
final class Ageing {
    /// A minute: who typed it may have gone on without us.
    static final Duration FRESH_FOR = Duration.ofSeconds(60);

    private Ageing() {}

    static Freshness freshness(Incoming incoming, Instant now) {
        return switch (incoming) {
            case Incoming.Typed typed -> since(typed.sentAt(), now);
            case Incoming.Pressed pressed -> since(pressed.receivedAt(), now);
            case Incoming.Membership _, Incoming.Migrated _, Incoming.Ignored _ -> Freshness.FRESH;
        };
    }

    /// What becomes of an update whose work was cut off. Facts about chats are not acts: they are
    /// handed over again, and whoever takes them notes the same fact once more.
    static Freshness afterInterruption(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Typed _, Incoming.Pressed _ -> Freshness.INTERRUPTED;
            case Incoming.Membership _, Incoming.Migrated _, Incoming.Ignored _ -> Freshness.FRESH;
        };
    }

    private static Freshness since(Instant then, Instant now) {
        return now.isAfter(then.plus(FRESH_FOR)) ? Freshness.EXPIRED : Freshness.FRESH;
    }
}

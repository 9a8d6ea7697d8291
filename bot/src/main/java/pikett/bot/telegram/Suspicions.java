package pikett.bot.telegram;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pikett.bot.telegram.Incoming.Suspicion;

/// Why a message is not somebody's own, fresh words. Pure.
///
/// The mere presence of a field is enough, whatever it holds.
final class Suspicions {
    /// Stand-ins that Telegram puts where no person is: the anonymous admin, the forwarder of channel
    /// posts, the channel as a sender.
    static final Set<Long> STAND_INS = Set.of(1087968824L, 777000L, 136817688L);

    private static final List<String> FORWARDS =
            List.of(
                    "is_automatic_forward",
                    "forward_origin",
                    "forward_from",
                    "forward_from_chat",
                    "forward_sender_name",
                    "forward_date");
    private static final List<String> BOTS =
            List.of("via_bot", "sender_business_bot", "guest_bot_caller_user");

    private Suspicions() {}

    static Optional<Suspicion> of(Fields message) {
        if (message.has("sender_chat")
                || STAND_INS.contains(message.required("from").requiredLong("id"))) {
            return Optional.of(Suspicion.SENT_AS_CHAT);
        }
        if (FORWARDS.stream().anyMatch(message::has)) {
            return Optional.of(Suspicion.FORWARDED);
        }
        if (BOTS.stream().anyMatch(message::has)) {
            return Optional.of(Suspicion.VIA_BOT);
        }
        return message.has("caption") ? Optional.of(Suspicion.CAPTION) : Optional.empty();
    }
}

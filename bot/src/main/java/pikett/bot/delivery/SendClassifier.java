package pikett.bot.delivery;

import static pikett.bot.delivery.Verdict.Simplification.GENERAL_TOPIC;
import static pikett.bot.delivery.Verdict.Simplification.PLAIN_TEXT;
import static pikett.bot.delivery.Verdict.Simplification.SHORTER;
import static pikett.bot.delivery.Verdict.Simplification.WITHOUT_BUTTONS;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pikett.alerts.outbox.SendOutcome;
import pikett.bot.telegram.CallFailure;

/// Turns every failure of a call into what it means for the delivery. Pure.
///
/// Telegram tells many things apart only by the words of its description; they are compared in lower
/// case and by their parts.
final class SendClassifier {
    private static final List<String> GONE =
            List.of(
                    "message to edit not found",
                    "message can't be edited",
                    "message_id_invalid",
                    "message identifier is not specified");
    private static final List<String> TOPIC =
            List.of(
                    "message thread not found",
                    "topic_deleted",
                    "topic_closed",
                    "topic_id_invalid");
    private static final List<String> STYLES =
            List.of("can't parse entities", "entity_", "entities_", "entity_bounds_invalid");
    private static final List<String> BUTTONS =
            List.of("button_", "reply markup", "reply_markup", "inline keyboard");
    private static final List<String> LENGTH =
            List.of("message is too long", "message_too_long", "text is too long");
    private static final List<String> NO_WAY_IN =
            List.of(
                    "chat not found",
                    "peer_id_invalid",
                    "not enough rights",
                    "have no rights",
                    "need administrator rights",
                    "chat_write_forbidden",
                    "chat_restricted",
                    "chat_send_plain_forbidden",
                    "user not found");
    private static final List<String> THROWN_OUT =
            List.of(
                    "bot was kicked",
                    "bot was blocked",
                    "user is deactivated",
                    "bot is not a member",
                    "chat was deleted",
                    "can't initiate conversation",
                    "can't send messages to bots",
                    "chat_write_forbidden",
                    "not enough rights");

    /// While the token is refused nothing can be sent, and asking often makes it worse.
    private static final Duration TOKEN_REFUSED = Duration.ofMinutes(2);

    private SendClassifier() {}

    static Verdict classify(CallFailure failure, Attempt attempt) {
        return switch (failure) {
            case CallFailure.NeverLeft(String reason) -> ended(new SendOutcome.NotSent(reason));
            case CallFailure.Unclear(String reason) -> ended(unclear(reason, attempt));
            case CallFailure.Refused refused -> refused(refused, attempt);
        };
    }

    private static SendOutcome unclear(String reason, Attempt attempt) {
        return attempt.edits().isPresent()
                // An edit that is made twice is made once.
                ? new SendOutcome.NotSent(reason)
                : new SendOutcome.MaybeSent(reason);
    }

    private static Verdict refused(CallFailure.Refused refused, Attempt attempt) {
        if (refused.migratedTo().isPresent()) {
            TelegramAddress moved = attempt.to().inChat(refused.migratedTo().get());
            return ended(new SendOutcome.Moved(moved.destination()));
        }
        String reason = refused.code() + " " + refused.description();
        return switch (refused.code()) {
            case 400 -> badRequest(refused.description().toLowerCase(Locale.ROOT), reason, attempt);
            case 401, 404 -> ended(new SendOutcome.Wait(TOKEN_REFUSED, true, reason));
            case 403 -> ended(new SendOutcome.Rejected(reason, says(refused, THROWN_OUT)));
            case 409 -> ended(new SendOutcome.NotSent(reason));
            case 429 ->
                    ended(
                            new SendOutcome.Wait(
                                    pause(refused.retryAfter(), attempt), false, reason));
            default ->
                    ended(
                            refused.code() >= 500 || refused.code() < 400
                                    ? trouble(reason, attempt)
                                    : new SendOutcome.Rejected(reason, false));
        };
    }

    /// Telegram says that it is in trouble, and may have taken the message all the same: repeated with
    /// the mark. A repeat that meets the same trouble is tried on, for a service that is down for an hour
    /// must not cost an alert; only one that is not answered at all is given up (ADR 7).
    private static SendOutcome trouble(String reason, Attempt attempt) {
        return attempt.marked() ? new SendOutcome.NotSent(reason) : unclear(reason, attempt);
    }

    private static Verdict badRequest(String text, String reason, Attempt attempt) {
        if (text.contains("message is not modified") && attempt.edits().isPresent()) {
            return ended(new SendOutcome.Sent(attempt.edits().get().toString()));
        }
        if (contains(text, GONE)) {
            return ended(new SendOutcome.MessageGone(reason));
        }
        if (contains(text, TOPIC)) {
            return new Verdict.Simplify(GENERAL_TOPIC);
        }
        if (contains(text, LENGTH)) {
            return new Verdict.Simplify(SHORTER);
        }
        if (contains(text, STYLES)) {
            return new Verdict.Simplify(PLAIN_TEXT);
        }
        if (contains(text, BUTTONS)) {
            return new Verdict.Simplify(WITHOUT_BUTTONS);
        }
        return ended(new SendOutcome.Rejected(reason, contains(text, NO_WAY_IN)));
    }

    /// What Telegram asks for and a little more, so that not all who wait come back at once; without a
    /// figure a growing one.
    private static Duration pause(Optional<Duration> asked, Attempt attempt) {
        if (asked.isPresent()) {
            return asked.get().plusMillis((long) (500 * attempt.random()));
        }
        long ceiling = Math.min(60_000, 1000L << Math.clamp(attempt.number() - 1L, 0, 6));
        return Duration.ofMillis((long) (ceiling * (0.5 + attempt.random() / 2)) + 500);
    }

    private static boolean says(CallFailure.Refused refused, List<String> words) {
        return contains(refused.description().toLowerCase(Locale.ROOT), words);
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    private static Verdict ended(SendOutcome outcome) {
        return new Verdict.Ended(outcome);
    }
}

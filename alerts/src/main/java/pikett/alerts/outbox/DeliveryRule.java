package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;

/// Decides what becomes of a delivery after an attempt. Pure.
///
/// What certainly did not leave is tried again, for a day. What may have arrived is sent once more,
/// marked, and then given up: a third message would disturb more than it helps. An edit may be repeated
/// as often as needed.
final class DeliveryRule {
    /// How long a content is worth being tried, counted from when it was wanted.
    static final Duration WORTH_TRYING = Duration.ofHours(24);

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /// A pause shorter than this would be no pause.
    static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    /// No channel asks for more in earnest, and a broken number must not silence one for ever.
    static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private DeliveryRule() {}

    /// @param chance at least 0 and below 1; spreads waits, so that not everything comes back at once
    static Next after(Attempt attempt, SendOutcome outcome, Instant now, double chance) {
        return switch (outcome) {
            case SendOutcome.Sent(String messageId) -> new Next.Done(messageId);
            case SendOutcome.NotSent(String reason) ->
                    again(attempt, attempt.maybeRepeat(), reason, now, chance);
            case SendOutcome.MaybeSent(String reason) -> maybeSent(attempt, reason, now, chance);
            case SendOutcome.Wait(Duration atLeast, boolean wholeChannel, String reason) ->
                    new Next.Paused(
                            attempt.maybeRepeat(), now.plus(pause(atLeast)), wholeChannel, reason);
            case SendOutcome.KeptBack(Duration atLeast, String reason) ->
                    new Next.Paused(attempt.maybeRepeat(), now.plus(pause(atLeast)), false, reason);
            case SendOutcome.MessageGone(String reason) ->
                    attempt.edit()
                            ? new Next.AsNewMessage(reason)
                            : new Next.Dead(
                                    "the channel says that a new message is gone: " + reason,
                                    false);
            case SendOutcome.Moved(Destination to) -> moved(attempt, to, now, chance);
            case SendOutcome.Rejected(String reason, boolean destinationBroken) ->
                    new Next.Dead(reason, destinationBroken);
        };
    }

    private static Next maybeSent(Attempt attempt, String reason, Instant now, double chance) {
        if (attempt.edit()) {
            return again(attempt, false, reason, now, chance);
        }
        if (attempt.maybeRepeat()) {
            return new Next.Dead("unknown whether it arrived, after a repeat: " + reason, false);
        }
        return new Next.Again(true, now.plus(wait(attempt.number(), chance)), reason);
    }

    private static Next moved(Attempt attempt, Destination to, Instant now, double chance) {
        if (to.equals(attempt.to()) || !to.channel().equals(attempt.to().channel())) {
            return again(attempt, attempt.maybeRepeat(), "moved to nowhere else", now, chance);
        }
        // Two addresses that point at each other must not make a fast circle.
        Duration wait = attempt.number() == 1 ? Duration.ZERO : wait(attempt.number(), chance);
        return new Next.AtNewAddress(to, attempt.maybeRepeat(), now.plus(wait));
    }

    private static Next again(
            Attempt attempt, boolean maybeRepeat, String reason, Instant now, double chance) {
        if (!now.isBefore(attempt.wantedAt().plus(WORTH_TRYING))) {
            return new Next.Dead("tried for a day: " + reason, false);
        }
        return new Next.Again(maybeRepeat, now.plus(wait(attempt.number(), chance)), reason);
    }

    private static Duration wait(int number, double chance) {
        long doubled = FIRST_WAIT.toMillis() << Math.min(number - 1, 16);
        long longest = Math.min(doubled, LONGEST_WAIT.toMillis());
        return Duration.ofMillis(Math.round(longest * (1 + chance) / 2));
    }

    private static Duration pause(Duration asked) {
        if (asked.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }
}

package pikett.playground.telegram;

import java.time.Instant;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// Somebody's standing in a chat changed.
///
/// @param by who brought it about
/// @param whom whose standing it is
public record MembershipChange(
        Chat chat, Person by, Person whom, Membership before, Membership after, Instant at) {}

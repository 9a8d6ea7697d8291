package pikett.bot.telegram;

import java.time.Instant;

/// A kept update.
///
/// @param id the inbox's own number, in the order of arrival
/// @param raw JSON
record InboxRow(long id, String raw, Instant receivedAt) {}

package pikett.bot.delivery;

import java.util.Optional;

/// What was tried.
///
/// @param edits the message that was to be edited
/// @param number 1 for the first attempt at this delivery
/// @param marked whether an earlier attempt may have arrived, so that this one says it may be a repeat
/// @param random from 0 to 1, spreads retries
record Attempt(
        TelegramAddress to, Optional<Integer> edits, int number, boolean marked, double random) {}

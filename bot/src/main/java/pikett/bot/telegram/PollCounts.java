package pikett.bot.telegram;

/// How the polls since the start ended.
///
/// @param answered as they should
/// @param failed in any other way
public record PollCounts(long answered, long failed) {}

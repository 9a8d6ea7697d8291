package pikett.bot.evidence;

/// A line of a log, and how often it was written with other numbers, ids and times.
///
/// @param text as it was written last
/// @param error whether it tells of something that went wrong
public record FoldedLine(String text, int times, boolean error) {}

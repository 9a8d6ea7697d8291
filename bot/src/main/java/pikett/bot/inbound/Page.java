package pikett.bot.inbound;

/// An answer.
///
/// @param status HTTP status
/// @param contentType with its charset
public record Page(int status, String contentType, String body) {}

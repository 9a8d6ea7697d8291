package pikett.bot.inbound;

/// What somebody asks, in whole.
///
/// @param body empty where there was none
public record Call(Head head, Body body) {}

package pikett.bot.telegram;

/// A line of the menu of commands.
///
/// @param command without the slash; `[a-z0-9_]`, at most 32
/// @param description at most 256 units
public record MenuEntry(String command, String description) {}

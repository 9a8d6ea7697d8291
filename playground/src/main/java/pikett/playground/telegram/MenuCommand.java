package pikett.playground.telegram;

/// One line of a command menu.
///
/// @param command without the slash, 1-32 of `a-z0-9_`
/// @param description 1-256 characters
public record MenuCommand(String command, String description) {}

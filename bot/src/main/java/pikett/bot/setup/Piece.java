package pikett.bot.setup;

import java.nio.file.Path;

/// A file that is to be written.
///
/// @param replaces whether one that is there may be replaced
public record Piece(Path path, String content, boolean replaces) {}

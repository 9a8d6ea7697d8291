package pikett.bot.setup;

/// Whoever sets Pikett up, at a terminal.
public interface Terminal {
    /// Shows lines.
    void say(String text);

    /// Asks, and waits for a line.
    ///
    /// @return without white space around it; may be empty
    /// @throws SetupEndedException when nobody answers any more
    String ask(String question) throws SetupEndedException;

    /// Asks for something that may not be seen on the screen.
    ///
    /// @throws SetupEndedException when nobody answers any more, or it would be seen
    String askHidden(String question) throws SetupEndedException;
}

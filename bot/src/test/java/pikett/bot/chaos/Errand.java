package pikett.bot.chaos;

/// Something that a person or a program wants of the bot while the bot is killed.
///
/// For one thread.
interface Errand {
    /// What comes before the step in which the bot is killed.
    default void prepare() {}

    /// The step in which the bot is killed. Fails in no way that the killing explains.
    void begin();

    /// Waits for what must come of it once the bot is up again, and counts it.
    void judge(Toll toll);

    /// Whether a person reads here that what they asked for was cut off.
    static boolean tellsOfCut(String text) {
        return text.contains("Pikett was interrupted");
    }
}

package pikett.bot.view;

/// What stands beside the hosts and services on the card of everything.
///
/// @param incidents that are not over, whoever reported them: with one of them not all is well, however
///     green the hosts are
/// @param heartbeats jobs that must call in
/// @param undelivered what did not arrive lately
public record Standing(long incidents, HeartbeatLines heartbeats, Undelivered undelivered) {
    /// Nothing worth a word.
    public static final Standing NOTHING =
            new Standing(0, HeartbeatLines.NONE, Undelivered.NOTHING);
}

package pikett.bot.setup;

/// The conversation ends without a configuration. The message says why and what to do, for people, without
/// any secret.
public final class SetupEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    public SetupEndedException(String message) {
        super(message);
    }
}

package pikett.alerts.inbound;

/// A payload is not what it should be. Never leaves this package.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
        super(why);
    }
}

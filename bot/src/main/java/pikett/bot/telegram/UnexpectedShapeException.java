package pikett.bot.telegram;

/// JSON that has not the shape it should have. Never leaves this package.
final class UnexpectedShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnexpectedShapeException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

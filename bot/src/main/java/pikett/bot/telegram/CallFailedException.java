package pikett.bot.telegram;

import java.io.IOException;

/// Carries a [CallFailure] through the libraries. Has no cause, because causes may carry the token.
final class CallFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;

    CallFailedException(CallFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    CallFailure failure() {
        return failure;
    }
}

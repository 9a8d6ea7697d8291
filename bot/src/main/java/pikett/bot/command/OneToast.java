package pikett.bot.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one toast that a press gets; what comes after the first is dropped.
final class OneToast implements Press.Toast {
    private final Toasts toasts;
    private final Optional<String> callbackId;
    private final AtomicBoolean said = new AtomicBoolean();

    /// @param callbackId empty when there is no press to answer
    OneToast(Toasts toasts, Optional<String> callbackId) {
        this.toasts = toasts;
        this.callbackId = callbackId;
    }

    @Override
    public void say(String line) {
        answer(Optional.of(line));
    }

    /// Ends the button's waiting if nothing was said.
    void end() {
        answer(Optional.empty());
    }

    private void answer(Optional<String> line) {
        if (said.compareAndSet(false, true)) {
            callbackId.ifPresent(id -> toasts.answer(id, line));
        }
    }
}

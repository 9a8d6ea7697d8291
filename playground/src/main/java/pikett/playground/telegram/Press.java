package pikett.playground.telegram;

import java.time.Duration;
import java.util.Optional;

/// A button that a person has pressed; their phone waits. Safe for any thread.
public final class Press {
    private final State state;
    private final CallbackDesk desk;
    private final CallbackQuery query;

    Press(State state, CallbackDesk desk, CallbackQuery query) {
        this.state = state;
        this.desk = desk;
        this.query = query;
    }

    /// What the bot was told.
    public CallbackQuery query() {
        return query;
    }

    /// What the person sees, as soon as the bot answers; nothing if it does not within that time.
    public Optional<CallbackAnswer> answer(Duration timeout) {
        return state.await(timeout, () -> desk.answerTo(query.id()));
    }
}

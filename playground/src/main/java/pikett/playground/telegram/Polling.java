package pikett.playground.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the bot is told of what happens: polls, one at a time, or a webhook. Waits take real time,
/// whatever the cloud's clock says. Safe for any thread.
public final class Polling {
    /// Two polls with one offset within this time: the bot runs in circles and gets one update.
    private static final Duration CIRCLE = Duration.ofMillis(500);

    /// Two polls with one offset within this time: the second waits at least as long.
    private static final Duration HASTE = Duration.ofSeconds(3);

    private static final String OTHER_POLL =
            "terminated by other getUpdates request; make sure that only one bot instance is running";

    private final State state;
    private Webhook webhook = Webhook.NONE;
    private long poll;
    private int lastOffset = Integer.MIN_VALUE;
    private long lastStart;
    private long lastConflict;
    private boolean conflicted;
    private long generation;
    private int waiting;

    Polling(State state) {
        this.state = state;
    }

    /// Waits for updates and gives them, without forgetting them.
    ///
    /// @throws Refused with 409 if a webhook is set, or as soon as a younger poll begins to wait
    public List<Update> poll(PollRequest wanted) {
        return state.with(() -> {
            if (webhook.isSet()) {
                throw conflict(
                        "can't use getUpdates method while webhook is active; use deleteWebhook"
                                + " to delete the webhook first");
            }
            allow(wanted.allowed());
            PollRequest request = slowed(wanted);
            List<Update> ready = take(request);
            return ready.isEmpty() && !request.timeout().isZero() ? await(request) : ready;
        });
    }

    private void allow(@Nullable List<String> kinds) {
        if (kinds != null) {
            state.updates.allow(kinds);
        }
    }

    private PollRequest slowed(PollRequest request) {
        long now = System.nanoTime();
        Duration since = Duration.ofNanos(now - lastStart);
        boolean same = request.offset() == lastOffset;
        lastOffset = request.offset();
        lastStart = now;
        boolean hasty =
                same && since.compareTo(HASTE) < 0 && request.timeout().compareTo(HASTE) < 0;
        boolean circling = same && since.compareTo(CIRCLE) < 0;
        return request.with(circling ? 1 : request.limit(), hasty ? HASTE : request.timeout());
    }

    private List<Update> take(PollRequest request) {
        return state.updates.take(request.offset(), request.limit(), state.now());
    }

    private List<Update> await(PollRequest request) {
        long mine = ++poll;
        long begun = generation;
        state.wake();
        waiting++;
        try {
            return state.await(request.timeout(), () -> ended(request, mine, begun))
                    .orElse(List.of());
        } finally {
            waiting--;
        }
    }

    private Optional<List<Update>> ended(PollRequest request, long mine, long begun) {
        if (generation != begun) {
            return Optional.of(List.of());
        }
        if (webhook.isSet()) {
            throw conflict("terminated by setWebhook request");
        }
        if (poll != mine) {
            throw conflict(OTHER_POLL);
        }
        return Optional.of(take(request)).filter(updates -> !updates.isEmpty());
    }

    /// A conflict that follows another within three seconds is told three seconds late, so that two
    /// bots with one token do not chase each other.
    private Refused conflict(String reason) {
        long now = System.nanoTime();
        boolean again = conflicted && Duration.ofNanos(now - lastConflict).compareTo(HASTE) < 0;
        if (again) {
            long begun = generation;
            state.await(HASTE, () -> Optional.of(generation).filter(current -> current != begun));
        } else {
            conflicted = true;
            lastConflict = now;
        }
        return Refused.conflict(reason);
    }

    /// Sets or, with [Webhook#NONE], removes the webhook. A poll that waits is ended.
    public void setWebhook(
            Webhook newWebhook, boolean dropPending, @Nullable List<String> allowed) {
        state.run(() -> {
            allow(allowed);
            webhook = newWebhook;
            if (dropPending) {
                state.updates.clear();
            }
            state.wake();
        });
    }

    /// The webhook as it is set.
    public Webhook webhook() {
        return state.with(() -> webhook);
    }

    /// Whether a poll waits for updates just now.
    public boolean waiting() {
        return state.with(() -> waiting > 0);
    }

    /// How many updates wait.
    public int pending() {
        return state.with(() -> state.updates.size(state.now()));
    }

    /// The kinds the bot asked for; none means the usual ones.
    public List<String> allowed() {
        return state.with(state.updates::allowed);
    }

    /// Ends all waiting that is under way: such polls answer that there is nothing.
    public void endWaiting() {
        state.run(() -> {
            generation++;
            state.wake();
        });
    }
}

package pikett.playground.world;

import java.util.concurrent.atomic.AtomicBoolean;

/// The customers of the company: they write a message now and then, or a flood of them. Called by
/// one timer; the switch may be turned by any thread.
final class Traffic {
    /// The time between two steps.
    static final long STEP_MILLIS = 250;

    /// No more is poured in than this, so that a world left alone stays small.
    private static final long FULL = 2_000;

    private static final int FLOOD_A_STEP = 9;
    private static final int STEPS_A_MESSAGE = 6;

    private final BullQueue queue;
    private final AtomicBoolean flooding = new AtomicBoolean();
    private long step;

    Traffic(BullQueue queue) {
        this.queue = queue;
    }

    boolean flooding() {
        return flooding.get();
    }

    void flood(boolean on) {
        flooding.set(on);
    }

    void step() {
        step++;
        int count = flooding.get() ? FLOOD_A_STEP : step % STEPS_A_MESSAGE == 0 ? 1 : 0;
        if (queue.waiting() >= FULL) {
            return;
        }
        for (int message = 0; message < count; message++) {
            queue.add(
                    "send-message",
                    "{\"companyId\":962302,\"kind\":\"reminder\",\"n\":%d}".formatted(step));
        }
    }
}

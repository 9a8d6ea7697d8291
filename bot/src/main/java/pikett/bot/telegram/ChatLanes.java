package pikett.bot.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Runs tasks in order within a chat, and chats beside each other, on virtual threads.
///
/// Safe for use by many threads.
final class ChatLanes {
    private final Semaphore permits;
    private final Map<Long, ArrayDeque<Runnable>> lanes = new HashMap<>();
    private int pending;

    /// @param atOnce how many tasks may run at the same time
    ChatLanes(int atOnce) {
        this.permits = new Semaphore(atOnce);
    }

    /// Appends a task to a chat's lane.
    synchronized void submit(long chat, Runnable task) {
        pending++;
        ArrayDeque<Runnable> lane = lanes.get(chat);
        if (lane != null) {
            lane.add(task);
            return;
        }
        ArrayDeque<Runnable> fresh = new ArrayDeque<>();
        fresh.add(task);
        lanes.put(chat, fresh);
        Thread.ofVirtual().name("telegram-chat-" + chat).start(() -> drain(chat, fresh));
    }

    /// How many tasks wait or run.
    synchronized int pending() {
        return pending;
    }

    private void drain(long chat, ArrayDeque<Runnable> lane) {
        for (Runnable task = next(chat, lane); task != null; task = next(chat, lane)) {
            permits.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                permits.release();
                done();
            }
        }
    }

    private synchronized void done() {
        pending--;
    }

    private synchronized @Nullable Runnable next(long chat, ArrayDeque<Runnable> lane) {
        Runnable task = lane.poll();
        if (task == null) {
            lanes.remove(chat);
        }
        return task;
    }
}

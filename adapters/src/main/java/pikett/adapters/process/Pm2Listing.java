package pikett.adapters.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// The PM2 list of one host. Those who ask while `pm2 jlist` runs share its answer: it costs the host
/// about half a second of CPU, and a status question asks for every service at once.
///
/// Safe for use by many threads.
final class Pm2Listing {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// PM2 prints the whole environment of every process, twice.
    private static final int LIMIT = 4 * 1024 * 1024;

    private final Shell shell;
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Flight pending;

    Pm2Listing(Shell shell) {
        this.shell = shell;
    }

    /// What asking PM2 gave.
    sealed interface Answer {
        /// The whole list.
        record Listed(List<Pm2Process> processes) implements Answer {}

        /// PM2 did not run to an end.
        record NotRun(Reason reason, ShellResult result) implements Answer {}

        /// PM2 ran, and what it printed is not a list.
        record Unreadable(Reason reason) implements Answer {}
    }

    /// An answer on its way; empty when the one who asks was interrupted and the others must ask again.
    private static final class Flight {
        private final CompletableFuture<Optional<Answer>> answer = new CompletableFuture<>();
    }

    /// The list as it is now, or as somebody else is just reading it.
    Answer shared() throws InterruptedException {
        while (true) {
            Flight mine = new Flight();
            Flight current = joinOrLead(mine);
            if (current == mine) {
                return lead(mine);
            }
            Optional<Answer> answer = await(current);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /// The list as it is now: for those who act on it.
    Answer fresh() {
        ShellResult result = shell.run(new Command(List.of("pm2", "jlist"), TIMEOUT, LIMIT));
        if (!(result instanceof ShellResult.Done done)) {
            return new Answer.NotRun(ToolTrouble.of("pm2", result).orElseThrow(), result);
        }
        if (done.output().droppedBytes() > 0) {
            return new Answer.Unreadable(Reason.of(Cause.PM2_TOO_MUCH));
        }
        Optional<List<Pm2Process>> list =
                done.succeeded() ? Pm2List.parse(done.output().standard()) : Optional.empty();
        if (list.isPresent()) {
            return new Answer.Listed(list.get());
        }
        // Standard output is not quoted: it may hold a part of an environment.
        String said = Spoken.firstLine(done.output().error());
        Reason reason =
                done.succeeded()
                        ? Reason.of(Cause.PM2_NO_LIST)
                        : ToolTrouble.exit("pm2 jlist", done.exitCode());
        return new Answer.Unreadable(reason.said(said));
    }

    /// Those who ask from now on do not share an answer that began earlier.
    void outdate() {
        lock.lock();
        try {
            pending = null;
        } finally {
            lock.unlock();
        }
    }

    private Flight joinOrLead(Flight mine) {
        lock.lock();
        try {
            if (pending == null) {
                pending = mine;
            }
            return pending;
        } finally {
            lock.unlock();
        }
    }

    private Answer lead(Flight mine) {
        Optional<Answer> shared = Optional.empty();
        try {
            Answer answer = fresh();
            shared =
                    Thread.currentThread().isInterrupted() ? Optional.empty() : Optional.of(answer);
            return answer;
        } finally {
            leave(mine);
            mine.answer.complete(shared);
        }
    }

    private void leave(Flight mine) {
        lock.lock();
        try {
            if (mine == pending) {
                pending = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private static Optional<Answer> await(Flight current) throws InterruptedException {
        try {
            return current.answer.get();
        } catch (ExecutionException never) {
            throw new IllegalStateException("an answer never ends in an exception", never);
        }
    }
}

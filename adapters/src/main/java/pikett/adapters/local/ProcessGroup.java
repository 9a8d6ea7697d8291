package pikett.adapters.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.Launcher;

/// A process with all that it started, to be ended together: asked first, five seconds later made to.
///
/// @param leader the process
/// @param ownGroup whether it leads a process group of its own, which then still reaches children
///     whose parent has gone
record ProcessGroup(Process leader, boolean ownGroup) {
    private static final Logger log = LoggerFactory.getLogger(ProcessGroup.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// Returns when all of it has ended, also when the thread is interrupted: that is why it ends.
    void end() {
        List<ProcessHandle> members =
                Stream.concat(leader.descendants(), Stream.of(leader.toHandle())).toList();
        members.forEach(ProcessHandle::destroy);
        signalGroup("TERM");
        awaitAll(members);
        members.forEach(ProcessHandle::destroyForcibly);
        signalGroup("KILL");
        awaitAll(members);
    }

    private static void awaitAll(List<ProcessHandle> members) {
        await(
                CompletableFuture.allOf(
                        members.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new)));
    }

    private static <T> void await(CompletableFuture<T> end) {
        end.<@Nullable Object>thenApply(_ -> null)
                .completeOnTimeout(null, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Java can signal a process but no group, so the shell's own `kill` does it.
    private void signalGroup(String signal) {
        if (!ownGroup) {
            return;
        }
        String group = Long.toString(leader.pid());
        try {
            await(
                    new ProcessBuilder(
                                    "/bin/sh",
                                    "-c",
                                    "kill -s \"$1\" -- \"-$2\"",
                                    Launcher.NAME,
                                    signal,
                                    group)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit());
        } catch (IOException failure) {
            log.warn("process group not signalled group={} signal={}", group, signal, failure);
        }
    }
}

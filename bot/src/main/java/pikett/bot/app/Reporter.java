package pikett.bot.app;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pikett.adapters.host.Deadline;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;
import pikett.adapters.local.LocalDialer;
import pikett.config.Secret;

/// Tells the Pikett that runs what a script has to say, one thing after the other in a thread of its own:
/// the one who says it is only held up when it wants to know what became of it.
final class Reporter implements AutoCloseable {
    /// A sign that something began is worth no more than this.
    private static final Duration FIRST = Duration.ofSeconds(4);

    private static final Duration EACH_TRY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration WORTH_IT = Duration.ofSeconds(2);
    private static final int UNAVAILABLE = 500;
    private static final int NOT_FOUND = 404;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("report").factory());

    Reporter() {
        thread.execute(Logs::begin);
    }

    /// Something to be told.
    ///
    /// @param path behind that of the door, such as `/0`
    record Message(String path, String type, String body) {}

    /// Makes the message; may take its time.
    interface Source {
        Message of(ReachOption.Reach reach);
    }

    /// Finds out where Pikett is; asked in the thread of this reporter.
    interface Where {
        ReachOption.Reach find() throws ReachOption.UnreachableException;
    }

    /// Tells it some time soon, and gives up at once when that fails.
    void mention(Where where, Source message) {
        Future<?> _ = thread.submit(() -> tell(where, message, Deadline.in(FIRST), false));
    }

    /// Tells it after all that was mentioned, more than once if need be.
    ///
    /// @return why it was not taken; empty when it was
    Optional<String> report(Where where, Source message, Duration within)
            throws InterruptedException {
        // A little less, so that it is told why.
        Deadline deadline = Deadline.in(within.minus(PAUSE));
        Future<Optional<String>> told = thread.submit(() -> tell(where, message, deadline, true));
        try {
            return told.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return Optional.of("no answer within " + Deadline.show(within));
        } catch (ExecutionException e) {
            return Optional.of("an error inside Pikett: " + e.getCause());
        }
    }

    private static Optional<String> tell(
            Where where, Source message, Deadline deadline, boolean again)
            throws InterruptedException {
        try {
            ReachOption.Reach reach = where.find();
            try (Http http = new Http(new LocalDialer(), reach.redactor()::redact)) {
                Message said = message.of(reach);
                HttpResult result = http.send(call(reach, said, deadline));
                // A try that has no time would only hide why the others failed.
                while (again && mayPass(result) && deadline.left().compareTo(WORTH_IT) > 0) {
                    Thread.sleep(PAUSE);
                    result = http.send(call(reach, said, deadline));
                }
                return trouble(result);
            }
        } catch (ReachOption.UnreachableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException _) {
            return Optional.of("this name cannot stand in an address");
        }
    }

    private static HttpCall call(ReachOption.Reach reach, Message message, Deadline deadline) {
        Duration left = deadline.left().plusMillis(1);
        String base = reach.base().toString().replaceAll("/+$", "");
        URI uri = URI.create(base + reach.door().path() + message.path());
        HttpCall call =
                HttpCall.get(uri, left.compareTo(EACH_TRY) < 0 ? left : EACH_TRY)
                        .posting(message.type(), message.body());
        return reach.door()
                .bearer()
                .map(Secret::reveal)
                .map(bearer -> call.header("Authorization", "Bearer " + bearer))
                .orElse(call);
    }

    private static boolean mayPass(HttpResult result) {
        return switch (result) {
            case HttpResult.Answered answered -> answered.status() >= UNAVAILABLE;
            case HttpResult.Failed _ -> true;
        };
    }

    private static Optional<String> trouble(HttpResult result) {
        return switch (result) {
            case HttpResult.Failed failed -> Optional.of(failed.reason().english());
            case HttpResult.Answered answered when answered.status() / 100 == 2 -> Optional.empty();
            case HttpResult.Answered answered when answered.status() == NOT_FOUND ->
                    Optional.of("Pikett has nothing of this name, or the token is not right (404)");
            case HttpResult.Answered answered ->
                    Optional.of(
                            "Pikett answers %d: %s"
                                    .formatted(
                                            answered.status(),
                                            answered.body().lines().findFirst().orElse("")));
        };
    }

    /// What was not told by now is not told any more.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}

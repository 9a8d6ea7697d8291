package pikett.alerts.outbox;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// A process of its own that posts and pumps, and is gone without a word at a given point.
///
/// What it acknowledged is in the file `acked`, what a person saw in the file `seen`, a line each.
final class CrashingOutbox {
    private static final Destination GROUP = new Destination("fake", "group");

    private final Path folder;
    private final String point;
    private final int number;
    private final AtomicInteger reached = new AtomicInteger();

    private CrashingOutbox(Path folder, String point, int number) {
        this.folder = folder;
        this.point = point;
        this.number = number;
    }

    /// Arguments: the folder, the point of the crash, the how manieth time it is reached, a name for
    /// what is posted.
    public static void main(String[] arguments) throws Exception {
        new CrashingOutbox(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]))
                .live(arguments[3]);
    }

    private void live(String name) throws Exception {
        Store store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        SqlOutbox outbox = new SqlOutbox(store, InstantSource.system());
        OutboxPump pump =
                new OutboxPump(
                        outbox,
                        Map.of("fake", this::send),
                        InstantSource.system(),
                        () -> 0,
                        new OutboxPump.Settings(4, Duration.ofMillis(50)));
        FailPoint.trap(point -> crashAt(point.name()));
        pump.start();
        for (int n = 0; n < 6; n++) {
            String text = name + "-" + n;
            store.write(transaction -> {
                crashAt("BEFORE_COMMIT");
                return outbox.post(
                        transaction,
                        GROUP,
                        new Subject(text),
                        new Content("text", text),
                        Urgency.NORMAL,
                        false);
            });
            crashAt("AFTER_COMMIT");
            note("acked", text);
        }
        OutboxOverview overview = new OutboxOverview(store);
        await().atMost(1, MINUTES)
                .until(() ->
                        overview.waiting().isEmpty()
                                && overview.counts().getOrDefault(DeliveryState.SENDING, 0L) == 0);
        pump.stop(Duration.ofSeconds(10));
        store.close();
    }

    private SendOutcome send(Delivery delivery) {
        crashAt("HEADERS_OUT");
        note("seen", delivery.content().payload() + (delivery.maybeRepeat() ? " again" : ""));
        crashAt("BODY_OUT");
        return new SendOutcome.Sent(Long.toString(delivery.id().value()));
    }

    private void crashAt(String here) {
        if (here.equals(point) && reached.incrementAndGet() == number) {
            Runtime.getRuntime().halt(137);
        }
    }

    private void note(String file, String line) {
        try {
            Files.writeString(
                    folder.resolve(file),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

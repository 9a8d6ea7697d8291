package pikett.bot.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// A process to be killed: hands over from the inbox, and writes each act into a file before it ends it,
/// or never ends it.
final class CrashingBot {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_763_632_800));

    private CrashingBot() {}

    public static void main(String[] args) throws InterruptedException {
        Inbox inbox = new Inbox(Stores.open(new Secret(args[0])), 42, CLOCK);
        Path acts = Path.of(args[1]);
        boolean finish = args[2].equals("finish");
        IncomingHandler handler =
                (incoming, fresh) ->
                        act(acts, fresh + " " + ((Incoming.Typed) incoming).text(), finish);
        Optional<BotIdentity> me = Optional.of(new BotIdentity(42, "pikett_bot"));
        new InboxWorker(inbox, () -> me, handler, CLOCK).start();
        new CountDownLatch(1).await();
    }

    private static CompletionStage<?> act(Path acts, String line, boolean finish) {
        try {
            Files.writeString(
                    acts, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return finish ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }
}

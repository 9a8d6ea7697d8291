package pikett.bot.telegram;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// A handler that remembers what it was given; its work ends at once.
final class HandedOver implements IncomingHandler {
    final List<Incoming> all = new CopyOnWriteArrayList<>();
    final List<Freshness> freshness = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<?> handle(Incoming incoming, Freshness fresh) {
        freshness.add(fresh);
        all.add(incoming);
        return CompletableFuture.completedFuture(null);
    }

    List<String> texts() {
        return all.stream()
                .filter(Incoming.Typed.class::isInstance)
                .map(incoming -> ((Incoming.Typed) incoming).text())
                .toList();
    }
}

package pikett.adapters.store;

import java.util.concurrent.atomic.AtomicInteger;
import pikett.config.Secret;

/// A process of its own that writes as fast as it can and says what is durable, until it is killed.
final class WritingProcess {
    private WritingProcess() {}

    /// Arguments: the URL, a name for what it writes.
    public static void main(String[] arguments) throws Exception {
        Store store = Stores.open(new Secret(arguments[0]));
        AtomicInteger number = new AtomicInteger();
        Thread[] writers = new Thread[4];
        for (int n = 0; n < writers.length; n++) {
            writers[n] = Thread.startVirtualThread(() -> write(store, arguments[1], number));
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void write(Store store, String name, AtomicInteger number) {
        while (true) {
            String text = name + "-" + number.incrementAndGet();
            store.write(handle ->
                    handle.execute("INSERT INTO notes (text, written_at) VALUES (?, 1)", text));
            synchronized (System.out) {
                System.out.println("durable " + text);
                System.out.flush();
            }
        }
    }
}

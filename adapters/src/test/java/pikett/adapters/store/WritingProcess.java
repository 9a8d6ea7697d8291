package pikett.adapters.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import pikett.config.Secret;

/// A process of its own that writes as fast as it can and says what is durable, until it is killed.
final class WritingProcess {
    private static final String DURABLE = "durable ";

    private WritingProcess() {}

    /// Starts it.
    ///
    /// @param errors where its standard error goes
    static Process start(String url, String name, Path errors) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        url,
                        name)
                .redirectError(errors.toFile())
                .start();
    }

    /// Reads on until it has called so many more durable, or ended, and gives them.
    static List<String> durable(BufferedReader lines, int howMany) throws IOException {
        List<String> durable = new ArrayList<>();
        while (durable.size() < howMany) {
            String line = lines.readLine();
            if (line == null) {
                return durable;
            }
            if (line.startsWith(DURABLE)) {
                durable.add(line.substring(DURABLE.length()));
            }
        }
        return durable;
    }

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
                System.out.println(DURABLE + text);
                System.out.flush();
            }
        }
    }
}

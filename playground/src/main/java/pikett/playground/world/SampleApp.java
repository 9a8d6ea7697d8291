package pikett.playground.world;

import java.net.URI;
import java.nio.file.Path;

/// A sample service as PM2 knows it.
///
/// @param id PM2's number for it
/// @param port its HTTP port on loopback; the same for its whole life
/// @param logs the folder of its two log files
public record SampleApp(int id, String name, int port, Path logs) {
    /// Where it answers for its health.
    public URI health() {
        return URI.create("http://127.0.0.1:" + port + "/health");
    }

    /// The file that takes its standard output.
    public Path output() {
        return logs.resolve(name + "-out.log");
    }

    /// The file that takes its standard error.
    public Path errors() {
        return logs.resolve(name + "-error.log");
    }
}

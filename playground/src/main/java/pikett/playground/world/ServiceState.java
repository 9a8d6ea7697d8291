package pikett.playground.world;

import java.net.URI;
import java.time.Instant;
import java.util.OptionalInt;

/// What the world knows of one sample service at a moment.
///
/// @param pid 0 while no child runs
/// @param restarts how often it was started again, by PM2 or by a person
/// @param unstableRestarts how often it ended within a second of its start, in a row
/// @param created when PM2 first took it in
/// @param upSince the last start
/// @param lastExit the exit code of the child before this one
/// @param memoryBytes resident memory; 0 if it cannot be read
/// @param cpuPercent of one core, over the last second
public record ServiceState(
        SampleApp app,
        Mode mode,
        Pm2Status status,
        long pid,
        int restarts,
        int unstableRestarts,
        Instant created,
        Instant upSince,
        OptionalInt lastExit,
        long memoryBytes,
        double cpuPercent) {
    public String name() {
        return app.name();
    }

    public URI health() {
        return app.health();
    }
}

package pikett.playground.world;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// What a configuration must know to watch this world.
///
/// @param folder everything the world writes lies in it
/// @param bin the folder to put in front of `PATH`: it holds `pm2` and `recovery`
/// @param redis the Redis that holds the queue
/// @param queue the BullMQ name of the queue
/// @param apps the sample services, each with its PM2 name and health address
public record WorldFacts(Path folder, Path bin, URI redis, String queue, List<SampleApp> apps) {
    public WorldFacts {
        apps = List.copyOf(apps);
    }

    /// The world's `pm2`.
    public Path pm2() {
        return bin.resolve("pm2");
    }

    /// The recovery script: `soft`, `company ID`, `status`.
    public Path recovery() {
        return bin.resolve("recovery");
    }
}

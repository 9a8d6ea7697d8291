package pikett.playground.world;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// What a sample service says about itself at its health endpoint.
///
/// @param waiting jobs in the queue; empty if Redis did not answer
/// @param usedBytes heap in use
/// @param maxBytes heap limit
record SampleHealth(
        String service,
        Mode mode,
        Duration uptime,
        OptionalLong waiting,
        long usedBytes,
        long maxBytes,
        Instant lastActivity) {
    /// From here on the queue is called behind, and the service degraded.
    static final long BEHIND = 100;

    /// The HTTP status: 503 if the service cannot do its work, else 200.
    int httpStatus() {
        return mode == Mode.UNHEALTHY ? 503 : 200;
    }

    String status() {
        if (mode == Mode.UNHEALTHY) {
            return "unhealthy";
        }
        boolean impaired =
                mode == Mode.DEGRADED || waiting.isEmpty() || waiting.getAsLong() > BEHIND;
        return impaired ? "degraded" : "healthy";
    }

    /// The body as JSON. Nothing in it comes from outside, so it needs no escaping; a library for it
    /// would double the start-up time of a process that is made to be restarted.
    String json() {
        return """
        {"status":"%s","service":"%s","uptimeSeconds":%d,"components":{\
        "redis":{"status":"%s"},\
        "database":{"status":"%s"%s},\
        "session":{"status":"%s"},\
        "queue":{"status":"%s","waiting":%s},\
        "memory":{"status":"ok","usedMb":%d,"limitMb":%d}},\
        "lastActivity":%s}\
        """
                .formatted(
                        status(),
                        service,
                        uptime.toSeconds(),
                        waiting.isPresent() ? "connected" : "unreachable",
                        mode == Mode.UNHEALTHY ? "unreachable" : "connected",
                        mode == Mode.UNHEALTHY ? ",\"error\":\"connect ETIMEDOUT\"" : "",
                        mode == Mode.DEGRADED ? "reconnecting" : "connected",
                        queueStatus(),
                        waiting.isPresent() ? Long.toString(waiting.getAsLong()) : "null",
                        usedBytes >> 20,
                        maxBytes >> 20,
                        // A value that cannot be read is null here, as it was in the incident that
                        // this world is made from; whoever shows it must say unknown.
                        mode == Mode.DEGRADED ? "null" : "\"" + lastActivity + "\"");
    }

    private String queueStatus() {
        if (waiting.isEmpty()) {
            return "unknown";
        }
        return waiting.getAsLong() > BEHIND ? "behind" : "ok";
    }
}

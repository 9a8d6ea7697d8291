package pikett.playground.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Memory and processor time of one child, read from the system.
///
/// @param cpuTime used since the child started
/// @param cpuPercent of one core, between the reading before and this one
record ResourceUse(
        long pid, long memoryBytes, Duration cpuTime, double cpuPercent, Instant readAt) {
    static final ResourceUse NONE = new ResourceUse(0, 0, Duration.ZERO, 0, Instant.EPOCH);

    private static final long PAGE_BYTES = 4096;

    /// Reads the child, with this reading as the one before.
    ResourceUse next(ProcessHandle child, Instant now) {
        Duration used = child.info().totalCpuDuration().orElse(Duration.ZERO);
        boolean comparable = child.pid() == pid && now.isAfter(readAt);
        double percent =
                comparable
                        ? 100.0
                                * used.minus(cpuTime).toNanos()
                                / Duration.between(readAt, now).toNanos()
                        : 0;
        return new ResourceUse(
                child.pid(), residentBytes(child.pid()), used, Math.max(0, percent), now);
    }

    /// The second number of `statm` counts pages. Zero where there is no `/proc`, or the child has just
    /// ended.
    private static long residentBytes(long pid) {
        try {
            String statm = Files.readString(Path.of("/proc/" + pid + "/statm"));
            return Long.parseLong(statm.split(" ")[1]) * PAGE_BYTES;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}

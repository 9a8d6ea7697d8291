package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// What the kernel says of a process.
final class CpuTime {
    private static final long MILLIS_A_TICK = 10;

    private CpuTime() {}

    /// User and system time that it has used itself.
    static Duration own(long pid) throws IOException {
        String[] fields = stat(pid);
        return ticks(Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    /// The same of its children that it has waited for.
    static Duration ofEndedChildren(long pid) throws IOException {
        String[] fields = stat(pid);
        return ticks(Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }

    /// Resident memory in kilobytes.
    static long residentKilobytes(long pid) throws IOException {
        return status(pid, "VmRSS");
    }

    static long threads(long pid) throws IOException {
        return status(pid, "Threads");
    }

    /// How many files and connections it has open.
    static long descriptors(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        }
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private static Duration ticks(long ticks) {
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    /// The fields behind the name, which may itself contain spaces.
    private static String[] stat(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }
}

package pikett.alerts.scheduler;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/// Again and again with the same pause, on a grid of its own within the pause: the same after each
/// start, and another one for each name, so that a thousand checks are not due at one instant.
///
/// @param offset of the grid, at least zero and less than the pause
public record EveryTimes(Duration pause, Duration offset) implements FireTimes {
    /// What no check can be read more often than.
    public static final Duration SHORTEST = Duration.ofMillis(100);

    public EveryTimes {
        if (pause.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("due every " + pause + " is too often");
        }
    }

    /// The grid of a name.
    public static EveryTimes of(Duration pause, String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        // Of the whole range, so that names which differ little still spread.
        double share = (double) Long.reverse(mixed(hash.getValue())) / 0x1p64 + 0.5;
        long millis = Math.min((long) (share * pause.toMillis()), pause.toMillis() - 1);
        return new EveryTimes(pause, Duration.ofMillis(millis));
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        long step = pause.toMillis();
        long passed = Math.floorDiv(instant.toEpochMilli() - offset.toMillis(), step);
        return Optional.of(Instant.ofEpochMilli((passed + 1) * step + offset.toMillis()));
    }

    private static long mixed(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}

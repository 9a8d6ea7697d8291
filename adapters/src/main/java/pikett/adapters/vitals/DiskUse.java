package pikett.adapters.vitals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.adapters.host.Command;

/// How full a disk of a host is.
///
/// @param mount where it is mounted, such as `/srv`
/// @param used the share of what programs of ordinary users can fill, from 0 to 1, as `df` calculates it
public record DiskUse(String mount, double used) {
    private static final int LONGEST_LINE = 4096;

    /// Device, size, used, available, percentage, mount. Only the first and the last may hold spaces.
    private static final Pattern LINE =
            Pattern.compile(
                    "(\\S.*?)\\s++\\d{1,15}\\s++(\\d{1,15})\\s++(-?\\d{1,15})\\s++(?:\\d{1,5}%|-)\\s++(/.*)");

    /// Where the system itself keeps what lies on no disk.
    private static final Pattern SYSTEM = Pattern.compile("/(?:proc|sys|dev|run)(?:/.*)?");

    /// What containers and images are mounted from. They show the disk below once more, or are full
    /// because nothing can be added.
    private static final Set<String> DOUBLES =
            Set.of("overlay", "shm", "squashfs", "fuse-overlayfs");

    /// The command whose output tells them, of the host's own disks. A disk that lies on another machine
    /// would hold `df` for as long as that machine is gone.
    public static Command question(Duration atMost) {
        return Command.of(atMost, "df", "-P", "-k", "-l");
    }

    /// The same for a `df` that does not know its own disks from others, such as that of BusyBox.
    public static Command plainQuestion(Duration atMost) {
        return Command.of(atMost, "df", "-P", "-k");
    }

    /// Reads what one of the commands printed, without the file systems that keep nothing. Never throws
    /// for any text.
    public static List<DiskUse> read(String output) {
        return output.lines().flatMap(line -> disk(line).stream()).toList();
    }

    private static Optional<DiskUse> disk(String line) {
        Matcher parts = LINE.matcher(line);
        if (line.length() > LONGEST_LINE || !parts.matches()) {
            return Optional.empty();
        }
        double used = Double.parseDouble(parts.group(2));
        // Less than nothing is left when the part that is reserved for root is in use.
        double all = used + Math.max(0, Double.parseDouble(parts.group(3)));
        String mount = parts.group(4);
        return all > 0 && keepsSomething(parts.group(1), mount)
                ? Optional.of(new DiskUse(mount, used / all))
                : Optional.empty();
    }

    private static boolean keepsSomething(String device, String mount) {
        if (mount.equals("/")) {
            return true;
        }
        return !SYSTEM.matcher(mount).matches()
                && !DOUBLES.contains(device)
                && !device.startsWith("/dev/loop");
    }
}

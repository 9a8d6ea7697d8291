package pikett.adapters.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.adapters.host.Signals;
import pikett.adapters.reason.Reason;

/// The properties of a unit as `systemctl show` prints them, one `Name=value` a line.
record SystemdUnit(Map<String, String> properties) {
    /// What is asked for. Properties that an old systemd does not know are left out by it.
    static final List<String> PROPERTIES =
            List.of(
                    "LoadState",
                    "LoadError",
                    "ActiveState",
                    "SubState",
                    "Result",
                    "NRestarts",
                    "ExecMainCode",
                    "ExecMainStatus",
                    "ActiveEnterTimestamp",
                    "ExecMainStartTimestamp",
                    "CPUUsageNSec",
                    "MemoryCurrent");

    SystemdUnit {
        properties = Map.copyOf(properties);
    }

    static SystemdUnit parse(String printed) {
        Map<String, String> properties = new HashMap<>();
        printed.lines()
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    if (equals > 0 && PROPERTIES.contains(line.substring(0, equals))) {
                        properties.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                });
        return new SystemdUnit(properties);
    }

    /// The value; empty text where systemd printed none.
    String text(String property) {
        return properties.getOrDefault(property, "");
    }

    /// A number; empty for `[not set]` and for the largest value, which means the same.
    OptionalLong number(String property) {
        String value = text(property);
        try {
            return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    OptionalInt restarts() {
        OptionalLong count = number("NRestarts");
        return count.isPresent() && count.getAsLong() >= 0
                ? OptionalInt.of((int) Math.min(count.getAsLong(), Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    /// How the main process ended, where it has.
    Optional<Reason> lastExit() {
        OptionalLong status = number("ExecMainStatus");
        if (status.isEmpty()) {
            return Optional.empty();
        }
        boolean outOfMemory = text("Result").equals("oom-kill");
        // The numbers of waitid(2): 1 exited, 2 killed, 3 killed with a core dump; 0 while it runs.
        return switch ((int) number("ExecMainCode").orElse(0)) {
            case 1 -> Optional.of(Ending.byExit(status.getAsLong(), outOfMemory));
            case 2, 3 ->
                    Optional.of(Ending.bySignal(signal((int) status.getAsLong()), outOfMemory));
            default -> Optional.empty();
        };
    }

    private static String signal(int number) {
        return Signals.ofStatus(128 + number).orElse(Integer.toString(number));
    }
}

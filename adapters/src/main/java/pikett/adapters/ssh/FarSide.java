package pikett.adapters.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import pikett.adapters.host.Launcher;
import pikett.adapters.host.ShellQuoting;

/// The line that a host's login shell is given for one command.
///
/// It prints a mark on both outputs, so that what rc files have printed before can be told from the
/// program's own output, and then becomes `timeout`, which becomes the program's parent: nothing of
/// ours stays, an exit by signal arrives as one, and nothing is left running when the time is over.
///
/// @param mark what the mark looks like; the line holds its halves in the other order, so that a shell
///     that prints the lines it runs does not print it
/// @param line for the login shell
public record FarSide(String mark, String line) {
    private static final int HALF_BYTES = 8;

    private static final String SCRIPT =
            "printf '#%s%s %s\\n' \"$2\" \"$1\" \"$$\"; printf '#%s%s\\n' \"$2\" \"$1\" >&2; "
                    + "k=$3; t=$4; shift 4; exec timeout -k \"$k\" \"$t\" \"$@\"";

    /// The line for these arguments.
    ///
    /// @param random for the mark
    public static FarSide of(
            List<String> arguments, long seconds, Duration killGrace, RandomGenerator random) {
        String first = half(random);
        String second = half(random);
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, Launcher.NAME));
        line.addAll(List.of(first, second, Long.toString(killGrace.toSeconds())));
        line.add(Long.toString(seconds));
        line.addAll(arguments);
        String mark = "#" + second + first;
        return new FarSide(mark, "exec " + ShellQuoting.line(line));
    }

    /// What every line begins with, up to where the first half of its mark begins. What follows stands in
    /// quotes too: the halves, the seconds of grace, the seconds, and the arguments.
    public static String head() {
        return "exec " + ShellQuoting.line(List.of("/bin/sh", "-c", SCRIPT, Launcher.NAME)) + " '";
    }

    /// What every line begins with that asks a program of ours to end, up to the number of its process.
    public static String endHead() {
        String line = end(0);
        return line.substring(0, line.length() - "0'".length());
    }

    /// A line that asks a program of ours to end, with all that it started.
    static String end(long pid) {
        return "exec "
                + ShellQuoting.line(
                        List.of(
                                "/bin/sh",
                                "-c",
                                "kill -s TERM \"$1\"",
                                Launcher.NAME,
                                Long.toString(pid)));
    }

    private static String half(RandomGenerator random) {
        byte[] bytes = new byte[HALF_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package pikett.adapters.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Arguments of this process, handed on byte by byte.
///
/// The JDK reads and writes arguments in the charset of the locale. Where that is not theirs, as under a
/// cron without a locale, an umlaut would come out as another file.
final class ExactArguments {
    private static final Path OWN = Path.of("/proc/self/cmdline");
    private static final char REPLACED = '\uFFFD';

    private ExactArguments() {}

    /// The command as it can be started here.
    ///
    /// @param command the last arguments of this process, as the JDK understood them
    static List<String> of(List<String> command) {
        return isExact(command) ? command : own(command);
    }

    private static boolean isExact(List<String> command) {
        boolean unicode = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
        return command.stream()
                .flatMapToInt(String::chars)
                .allMatch(c -> c < 128 || (unicode && c != REPLACED));
    }

    private static List<String> own(List<String> command) {
        try {
            List<byte[]> all = split(Files.readAllBytes(OWN));
            return all.size() < command.size()
                    ? command
                    : byShell(all.subList(all.size() - command.size(), all.size()));
        } catch (IOException _) {
            // Not a Linux: what the JDK understood is all there is.
            return command;
        }
    }

    static List<byte[]> split(byte[] line) {
        List<byte[]> arguments = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < line.length; at++) {
            if (line[at] == 0) {
                arguments.add(Arrays.copyOfRange(line, from, at));
                from = at + 1;
            }
        }
        return arguments;
    }

    /// A shell becomes the command. What it reads are numbers only, so that nothing in an argument means
    /// anything to it.
    static List<String> byShell(List<byte[]> arguments) {
        StringBuilder script = new StringBuilder("set --\n");
        for (byte[] argument : arguments) {
            script.append("a=$(printf '");
            for (byte each : argument) {
                script.append("\\%03o".formatted(each & 0xFF));
            }
            // Without the x the shell would drop line breaks at the end.
            script.append("x')\nset -- \"$@\" \"${a%x}\"\n");
        }
        return List.of("/bin/sh", "-c", script.append("unset a\nexec \"$@\"").toString());
    }
}

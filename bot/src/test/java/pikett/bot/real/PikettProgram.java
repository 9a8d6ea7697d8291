package pikett.bot.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `pikett`, run as people run it: a process of its own.
final class PikettProgram {
    private PikettProgram() {}

    /// How it is started.
    static List<String> line(String... arguments) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx192m",
                                "-cp",
                                classPath(),
                                "pikett.bot.app.Pikett"));
        line.addAll(List.of(arguments));
        return line;
    }

    /// Ours without what belongs to tests.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Runs a verb to its end.
    static Programs.Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /// Runs a verb to its end.
    ///
    /// @param environment what it finds there beside the usual
    static Programs.Ended run(Map<String, String> environment, String... arguments) {
        return Programs.run(environment, line(arguments));
    }

    /// Starts a verb that stays.
    ///
    /// @param word what its log says once it is up
    static Started start(Path log, String word, String... arguments) throws IOException {
        return start(log, Map.of(), word, arguments);
    }

    /// Starts a verb that stays.
    ///
    /// @param environment what it finds there beside the usual
    /// @param word what its log says once it is up
    static Started start(
            Path log, Map<String, String> environment, String word, String... arguments)
            throws IOException {
        int before = Files.exists(log) ? Files.readString(log).length() : 0;
        return Started.of(
                line(arguments),
                environment,
                log,
                () -> Files.readString(log).substring(before).contains(word));
    }
}

package pikett.playground.world;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How a sample service is started: a small Java of its own, from this program's class path.
final class ChildJvm {
    private ChildJvm() {}

    static ProcessBuilder command(SampleApp app, int redisPort, Mode mode) {
        ProcessBuilder child =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // No log library below, so none is missed on the service's standard error.
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        classPath(),
                        SampleService.class.getName(),
                        app.name(),
                        Integer.toString(app.port()),
                        Integer.toString(redisPort),
                        mode.name());
        child.redirectOutput(ProcessBuilder.Redirect.appendTo(app.output().toFile()));
        child.redirectError(ProcessBuilder.Redirect.appendTo(app.errors().toFile()));
        return child;
    }

    /// Without logback, which would cost each start half a second and add its lines to the logs.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("logback-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

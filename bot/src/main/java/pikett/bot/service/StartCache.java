package pikett.bot.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the package loaded and linked beforehand (`lib/pikett.aot`). The Java runtime starts without it when it does
/// not fit, and says little; then Pikett starts in twice the time, and somebody should know why.
public final class StartCache {
    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);

    /// With it the runtime ends the list of its reasons.
    private static final String FAILED = "An error has occurred";

    private final Path home;

    private StartCache(Path home) {
        this.home = home;
    }

    /// Warns when the cache of the package is not used, in a thread of its own; does nothing outside a package.
    public static void look() {
        Optional.ofNullable(System.getProperty("pikett.home"))
                .map(Path::of)
                .ifPresent(home ->
                        Thread.ofPlatform()
                                .daemon()
                                .name("start-cache")
                                .start(new StartCache(home)::warn));
    }

    private void warn() {
        try {
            complaint()
                    .ifPresent(why ->
                            LOG.warn("started without the AOT cache, which takes longer: {}", why));
        } catch (IOException | RuntimeException e) {
            LOG.warn("whether the AOT cache is used cannot be told", e);
        }
    }

    private Optional<String> complaint() throws IOException {
        Path cache = home.resolve("lib/pikett.aot");
        if (!Files.exists(cache)) {
            return Optional.of("there is no " + cache);
        }
        // So the runtime calls itself when it shares what was loaded beforehand.
        return System.getProperty("java.vm.info", "").contains("sharing")
                ? Optional.empty()
                : Optional.of(reasonIn(asked(cache)));
    }

    /// The runtime tells its reasons only while it starts: another one is started in the same way.
    private String asked(Path cache) throws IOException {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + home.resolve("lib/java-options"),
                                "-Xlog:disable",
                                "-Xlog:aot=warning,class+path=warning:stdout:none",
                                "-XX:AOTCache=" + cache,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-version")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (InputStream output = other.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The reasons in what a runtime says.
    static String reasonIn(String output) {
        List<String> reasons =
                output.lines()
                        .map(String::strip)
                        .takeWhile(line -> !line.startsWith(FAILED))
                        .filter(line -> !line.isEmpty())
                        .toList();
        return reasons.isEmpty()
                ? "the Java runtime does not say why"
                : reasons.stream().collect(Collectors.joining(" "));
    }
}

package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process that dies at each point of a delivery's way: what was acknowledged arrives, once or, where
/// nobody can know, twice and marked.
final class CrashTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        // point, how manieth time, whether a person may see something twice: before and after the
        // commit
        // the pump may be sending an earlier one
        "BEFORE_COMMIT, 3, true",
        "AFTER_COMMIT, 4, true",
        "CLAIMED, 1, true",
        "CLAIMED, 4, true",
        "HEADERS_OUT, 2, true",
        "BODY_OUT, 1, true",
        "BODY_OUT, 5, true",
        "RETURNED, 3, true",
        "RECORDED, 1, false",
        "RECORDED, 4, false"
    })
    void what_was_acknowledged_arrives(String point, int number, boolean repeatAllowed)
            throws Exception {
        assertThat(live(point, number, "first")).isEqualTo(137);
        assertThat(live("NOWHERE", 0, "second")).isZero();

        List<String> seen = lines("seen");
        List<String> repeats = seen.stream().filter(line -> line.endsWith(" again")).toList();
        List<String> firstTimes = seen.stream().filter(line -> !line.endsWith(" again")).toList();
        assertThat(firstTimes).doesNotHaveDuplicates();
        assertThat(repeats).hasSizeLessThanOrEqualTo(repeatAllowed ? 1 : 0);
        assertThat(seen.stream().map(line -> line.replace(" again", "")).toList())
                .containsAll(lines("acked"));
        if (point.equals("BODY_OUT") || point.equals("RETURNED")) {
            String repeated = Collections.max(repeats).replace(" again", "");
            assertThat(firstTimes).contains(repeated);
        }
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private int live(String point, int number, String name) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashingOutbox.class.getName(),
                                folder.toString(),
                                point,
                                Integer.toString(number),
                                name)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}

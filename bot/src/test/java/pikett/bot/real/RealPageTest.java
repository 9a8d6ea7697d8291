package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `pikett demo` in a real browser: break a service, see its card come, take it, restart, see it verified there.
@Tag("real")
class RealPageTest {
    @TempDir Path folder;

    @Test
    void aPersonBreaksRestartsAndSeesItVerified() throws IOException {
        int port = Programs.freePort();
        Path log = folder.resolve("log");
        try (Started demo =
                PikettProgram.start(
                        log,
                        "state=POLLING",
                        "demo",
                        "--no-browser",
                        "--port",
                        Integer.toString(port))) {
            assertThat(demo.isAlive()).isTrue();
            Programs.Ended driven =
                    Programs.run(
                            Map.of(),
                            List.of(
                                    "node",
                                    Programs.SOURCES.resolve("page.mjs").toString(),
                                    "http://127.0.0.1:" + port + "/",
                                    chromium(),
                                    Programs.WORK.toString()));

            assertThat(driven.exit()).as(driven.output()).isZero();
            assertThat(Programs.WORK.resolve("card.png")).isNotEmptyFile();
            assertThat(Programs.WORK.resolve("phone.png")).isNotEmptyFile();
            assertThat(Programs.WORK.resolve("playground.png")).isNotEmptyFile();
        }
    }

    private static String chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("chromium is not installed"));
    }
}

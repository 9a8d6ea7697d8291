package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;

/// A process of its own gets the signal.
final class HangupTest {
    @TempDir private Path folder;

    @Test
    void the_signal_has_the_configuration_loaded_anew_and_ends_nothing() throws Exception {
        try (Playground playground =
                Playground.start(
                        PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system())) {
            write(playground, "");
            Process bot = start();
            try {
                alone(playground).say("/whoami");
                sees(playground, "111222333");

                write(playground, "hosts: { here: { local: true } }");
                hangUp(bot);
                Message followed = sees(playground, "The new configuration is followed");
                assertThat(followed.text()).contains("+ host here").contains("SIGHUP");

                write(playground, "hosts: { here: { local: maybe } }");
                hangUp(bot);
                sees(playground, "the old one stays");

                alone(playground).say("/status here");
                sees(playground, "🖥");
                assertThat(bot.isAlive()).isTrue();
            } finally {
                bot.destroy();
            }
            assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(bot.exitValue()).isZero();
        }
    }

    private static void hangUp(Process bot) throws IOException, InterruptedException {
        assertThat(
                        new ProcessBuilder("/bin/sh", "-c", "kill -s HUP " + bot.pid())
                                .start()
                                .waitFor())
                .isZero();
    }

    private Process start() throws IOException {
        // Whoever started the tests may have had this signal ignored, as nohup does; that is handed
        // down.
        return new ProcessBuilder(
                        List.of(
                                "env",
                                "--default-signal=HUP",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx192m",
                                "-cp",
                                classPath(),
                                Pikett.class.getName(),
                                "run",
                                "--config",
                                file().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pikett.log").toFile())
                .start();
    }

    private static String classPath() {
        return System.getProperty("java.class.path")
                .replaceAll("[^" + File.pathSeparator + "]*test-classes" + File.pathSeparator, "");
    }

    private Path file() {
        return folder.resolve("pikett.yaml");
    }

    private void write(Playground playground, String sections) throws IOException {
        Files.writeString(
                file(),
                """
                telegram: { token: '%s', api-url: '%s' }
                people: { anna: { telegram: 111222333, role: admin, language: en } }
                storage: { url: 'jdbc:sqlite:%s' }
                inbound: { listen: 127.0.0.1:0 }
                %s
                """
                        .formatted(
                                playground.api().token(),
                                playground.api().address(),
                                folder.resolve("pikett.db"),
                                sections));
    }

    private static Seat alone(Playground playground) {
        return playground
                .cloud()
                .seat(playground.cast().anna().id(), ChatId.of(playground.cast().anna().id()));
    }

    private static Message sees(Playground playground, String words) {
        return playground
                .cloud()
                .awaitMessage(
                        message ->
                                message.key()
                                                .chat()
                                                .equals(ChatId.of(playground.cast().anna().id()))
                                        && message.isFrom(playground.cloud().bot().id())
                                        && message.text().contains(words),
                        Scene.PATIENCE);
    }
}

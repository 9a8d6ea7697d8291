package pikett.adapters.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile values pass unchanged through the shells that a host may have.
class ShellQuotingTest {
    private static final long SEED = 20_261_121;
    private static final int VALUES = 5_000;
    private static final int PER_LINE = 100;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/dash", "/bin/bash"})
    void hostileValuesPassUnchanged(String shell) throws Exception {
        System.out.println("seed " + SEED);
        HostileValues values = new HostileValues(new Random(SEED), folder.resolve("canary"));
        for (int done = 0; done < VALUES; done += PER_LINE) {
            List<String> given = new ArrayList<>();
            for (int i = 0; i < PER_LINE; i++) {
                given.add(values.next());
            }
            assertThat(echoedBy(shell, given)).containsExactlyElementsOf(given);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatNoProgramCanBeGivenIsRefused() {
        for (String cut : List.of("\0", "\0b", "a\0b", "a\0")) {
            assertThatThrownBy(() -> ShellQuoting.line(List.of("x", cut)))
                    .hasMessageContaining("cannot contain NUL");
        }
        assertThatThrownBy(() -> ShellQuoting.line(List.of("a\ud800b")))
                .hasMessageContaining("surrogate");
    }

    /// Each argument as a program sees it; NUL parts them, since no argument can hold it.
    private List<String> echoedBy(String shell, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> vector = new ArrayList<>(List.of("/usr/bin/printf", "%s\\0"));
        vector.addAll(arguments);
        Process process =
                new ProcessBuilder(shell)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        CompletableFuture<byte[]> read =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return process.getInputStream().readAllBytes();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(ShellQuoting.line(vector).getBytes(StandardCharsets.UTF_8));
        }
        String all = new String(read.join(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(all).isZero();
        return List.of(all.substring(0, all.length() - 1).split("\0", -1));
    }

    /// Values made of everything that means something to a shell, and tries to run a program.
    private record HostileValues(Random random, Path canary) {
        private static final List<String> PIECES =
                List.of(
                        "'",
                        "\"",
                        "\\",
                        "$",
                        "`",
                        "!",
                        "*",
                        "?",
                        "[a]",
                        "~",
                        "{a,b}",
                        "#",
                        "&",
                        "|",
                        ";",
                        "<",
                        ">",
                        "(",
                        ")",
                        " ",
                        "\t",
                        "\n",
                        "\r",
                        "\u0007",
                        "\u001b[2J",
                        "-",
                        "--",
                        "=",
                        "%s",
                        "\\0",
                        "\\n",
                        "é",
                        "😀",
                        "\u202e",
                        "\u200b",
                        "\u0080",
                        "ÿ",
                        "$'\\x41'",
                        "${IFS}",
                        "$((1+1))",
                        "\\'",
                        "'\\''",
                        "'\"'",
                        "\u007f",
                        "x",
                        "word",
                        "");

        String next() {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                value.append(
                        switch (random.nextInt(12)) {
                            case 0 -> "$(touch canary)";
                            case 1 -> "`touch " + canary + "`";
                            case 2 -> "';touch canary;'";
                            case 3 -> "\n touch canary\n";
                            case 4 -> Character.toString(codePoint());
                            default -> PIECES.get(random.nextInt(PIECES.size()));
                        });
            }
            return value.toString();
        }

        private int codePoint() {
            int c = 1 + random.nextInt(Character.MAX_CODE_POINT);
            return Character.getType(c) == Character.SURROGATE ? 'x' : c;
        }
    }

    @Test
    void theCanaryWouldAppearWithoutQuotes() throws Exception {
        Process process =
                new ProcessBuilder("/bin/sh", "-c", "printf %s $(touch canary)")
                        .directory(folder.toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.exists(folder.resolve("canary"))).isTrue();
    }
}

package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.Problem;

class MutatedFilesTest {
    private static final String HOSTILE = "{}[]:,-#&*!|>'\"%@`\t\n\r \u0000\u0085\u2028~?<$\\";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedBytesAlwaysGiveAResult(long seed) throws IOException {
        byte[] sound = Files.readAllBytes(Path.of("pikett.example.yaml"));
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = damage(sound, random);
            assertThatCode(() -> assertThat(read(damaged)).isNotNull())
                    .as("seed %d, round %d", seed, round)
                    .doesNotThrowAnyException();
        }
    }

    private static ConfigResult read(byte[] content) {
        ConfigResult result =
                new ConfigReader(PlannedSurroundings.USUAL).read("damaged.yaml", content);
        if (result instanceof ConfigResult.Invalid(List<Problem> problems)) {
            assertThat(problems).isNotEmpty().isSorted();
        }
        return result;
    }

    private static byte[] damage(byte[] sound, Random random) {
        byte[] hostile = HOSTILE.getBytes(StandardCharsets.UTF_8);
        byte[] damaged = Arrays.copyOf(sound, sound.length);
        int places = 1 + random.nextInt(4);
        for (int i = 0; i < places; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = hostile[random.nextInt(hostile.length)];
                case 2 -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
                default -> {
                    int from = random.nextInt(damaged.length);
                    int length = Math.min(60, damaged.length - Math.max(at, from));
                    System.arraycopy(damaged, from, damaged, at, length);
                }
            }
        }
        return damaged;
    }
}

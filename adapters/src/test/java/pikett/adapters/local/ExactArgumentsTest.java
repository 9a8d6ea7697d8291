package pikett.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExactArgumentsTest {
    private static final int ROUNDS = 30;

    @Test
    void every_byte_arrives() throws Exception {
        Random random = new Random(20261121);
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> arguments = new ArrayList<>();
            for (int count = random.nextInt(4); count >= 0; count--) {
                byte[] argument = new byte[random.nextInt(20)];
                random.nextBytes(argument);
                for (int i = 0; i < argument.length; i++) {
                    argument[i] = argument[i] == 0 ? (byte) '\n' : argument[i];
                }
                arguments.add(argument);
            }
            assertThat(ExactArguments.split(echoed(arguments)))
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(arguments);
        }
    }

    @Test
    void what_means_something_to_a_shell_means_nothing() throws Exception {
        List<byte[]> arguments = new ArrayList<>();
        for (String text :
                List.of("", "$(id)", "`id`", "'\"\\", "%s%d", "-n", "ü€\n\n", "a b  c", "*")) {
            arguments.add(text.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new String(echoed(arguments), StandardCharsets.UTF_8))
                .isEqualTo("\0$(id)\0`id`\0'\"\\\0%s%d\0-n\0ü€\n\n\0a b  c\0*\0");
    }

    @Test
    void what_the_jdk_understands_is_handed_on_as_it_is() {
        assertThat(ExactArguments.of(List.of("echo", "a b"))).containsExactly("echo", "a b");
    }

    private static byte[] echoed(List<byte[]> arguments) throws Exception {
        List<byte[]> line = new ArrayList<>();
        for (String word : List.of("printf", "%s\\0")) {
            line.add(word.getBytes(StandardCharsets.UTF_8));
        }
        line.addAll(arguments);
        Process process =
                new ProcessBuilder(ExactArguments.byShell(line))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        assertThat(process.waitFor()).isZero();
        return output.toByteArray();
    }
}

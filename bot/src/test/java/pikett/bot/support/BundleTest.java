package pikett.bot.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing gets into the file but through the cleaning.
final class BundleTest {
    @TempDir private Path folder;

    @Test
    void every_text_is_cleaned_whatever_it_is_called() throws IOException {
        Path file = folder.resolve("support.zip");

        new Bundle(text -> text.replace("secret", "***"))
                .write(file, Map.of("metrics.txt", "a secret", "health-live.txt", "the secret"));

        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> texts = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                texts.add(
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(texts).containsExactlyInAnyOrder("a ***", "the ***");
        }
    }
}

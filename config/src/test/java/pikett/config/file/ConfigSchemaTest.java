package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigSchemaTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(ConfigSchema.json());

    @Test
    void theKeptSchemaIsTheOneOfTheProgram() throws IOException {
        Kept.compare(Path.of("pikett.schema.json"), ConfigSchema.json());
    }

    @ParameterizedTest
    @MethodSource("good")
    void itAcceptsWhatLoads(Path file) throws IOException {
        assertThat(validate(file)).isEmpty();
    }

    /// What is left are names that do not exist, secrets that cannot be found, and rules over several places.
    @Test
    void itSeesEveryMistakeButThoseThatNeedTheReader() throws IOException {
        String unseen =
                Fixtures.bad().stream()
                        .filter(file -> catchThrowable(() -> accept(file)) == null)
                        .map(file -> file.getFileName() + "\n")
                        .collect(Collectors.joining());

        Kept.compare(Fixtures.FOLDER.resolve("schema-blind.txt"), unseen);
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(ConfigSchema.json().split("\"description\"")).hasSizeGreaterThan(60);
    }

    private static List<Error> validate(Path file) throws IOException {
        // An editor drops what stands before the text, as the reader does.
        String text =
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    private static void accept(Path file) throws IOException {
        assertThat(validate(file)).isEmpty();
    }

    static List<Path> good() throws IOException {
        return Fixtures.good();
    }
}

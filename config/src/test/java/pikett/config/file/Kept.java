package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that are made by the program and kept in the repository.
final class Kept {
    private static final String RENEW = "pikett.renew";

    private Kept() {}

    /// Holds what the program makes against what is kept, or keeps it when that is asked for.
    static void compare(Path file, String made) throws IOException {
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("run ./mvnw -pl config test -D%s=true and look at the difference", RENEW)
                .content()
                .isEqualTo(made);
    }
}

package pikett.bot.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import pikett.config.PikettConfig;
import pikett.config.Surroundings;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;

/// A configuration as a person writes it, with an admin called anna.
final class WrittenConfig {
    private WrittenConfig() {}

    /// With two chats, and these sections.
    static PikettConfig withChats(String sections) {
        return read("{ ops: { id: -1 }, feed: { id: -2, quiet-below: critical } }", sections);
    }

    /// Without any chat, and with these sections.
    static PikettConfig withoutChats(String sections) {
        return read("{}", sections);
    }

    private static PikettConfig read(String chats, String sections) {
        String text =
                """
                telegram:
                  token: '1:a'
                  chats: %s
                people:
                  anna: { telegram: 111, role: admin }
                  lena: { telegram: 222, role: viewer }
                %s
                """
                        .formatted(chats, sections);
        return switch (new ConfigReader(new Nowhere())
                .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Invalid invalid ->
                    throw new IllegalArgumentException(invalid.problems().toString());
        };
    }

    /// No variables and no files.
    private static final class Nowhere implements Surroundings {
        @Override
        public Optional<String> environment(String name) {
            return Optional.empty();
        }

        @Override
        public SecretFile file(Path path) {
            return new SecretFile.Missing();
        }
    }
}

package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Secrets that are put where secrets lie about, and that must be found nowhere else.
///
/// @param environment a variable of services, which `pm2 jlist` prints in full
/// @param log a password that a service writes into its log
record Canaries(String environment, String log) {
    static final Canaries SUNG =
            new Canaries("sk-canary-5e1f0c77a2b94d60", "canary-9c41b7d2e0f34a58");

    /// None of them, nor the token, in anything that a person could read or that Pikett keeps.
    void assertSilent(Site site) throws IOException {
        List<String> secrets = List.of(environment, log, site.token());
        assertThat(site.everythingShown()).isNotEmpty();
        for (String secret : secrets) {
            assertThat(site.everythingShown()).noneMatch(text -> text.contains(secret));
        }
        try (Stream<Path> files = Files.list(site.keeps())) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertThat(content.contains(secret))
                            .as("a secret in " + file.getFileName())
                            .isFalse();
                }
            }
        }
    }
}

package pikett.bot.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for the canaries wherever a person could read, and in all that Pikett keeps.
final class Canaries {
    private final Map<String, List<String>> forms = new LinkedHashMap<>();
    private final TreeSet<String> found = new TreeSet<>();
    private int looked;

    Canaries() {
        for (Canary canary : Canary.values()) {
            forms.put(canary.name(), canary.forms());
        }
    }

    /// One more, which is not known before.
    void add(String name, String secret) {
        forms.put(name, Canary.forms(secret));
    }

    /// What the bot ever showed, and the files that it writes: none of the canaries may be there.
    static void assertSilent(Site site) throws IOException {
        Canaries canaries = new Canaries();
        canaries.lookAt(site);
        canaries.assertNothingFound();
    }

    void lookAt(Site site) throws IOException {
        site.everythingShown().forEach(text -> lookAt("the chat", text));
        lookAt(site.keeps());
    }

    /// Every file below a folder, byte by byte.
    void lookAt(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lookAt(
                        "the file " + file.getFileName(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    void lookAt(String place, String text) {
        looked++;
        forms.forEach((name, secret) -> {
            if (secret.stream().anyMatch(text::contains)) {
                found.add(name + " in " + place);
            }
        });
    }

    void assertNothingFound() {
        if (looked == 0) {
            throw new AssertionError("nothing was looked at");
        }
        if (!found.isEmpty()) {
            throw new AssertionError("secrets were found: " + String.join(", ", found));
        }
    }
}

package pikett.bot.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import pikett.config.Language;

/// The files of the catalogue, which are a part of the program.
final class Catalogue {
    private Catalogue() {}

    /// The texts of an area in a language, by key.
    static Map<String, String> read(String area, Language language) {
        String path = path(area, language);
        try (InputStream bytes = Catalogue.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalArgumentException("the catalogue has no " + path);
            }
            Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> texts = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(key -> texts.put(key, properties.getProperty(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue " + path + " could not be read", e);
        }
    }

    /// Where they stand, relative to this package.
    static String path(String area, Language language) {
        return area + "." + language.name().toLowerCase(Locale.ROOT) + ".properties";
    }
}

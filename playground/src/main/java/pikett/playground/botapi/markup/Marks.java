package pikett.playground.botapi.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.text.Entity;
import pikett.playground.telegram.text.EntityKind;
import pikett.playground.telegram.text.FormattedText;

/// The text without markup, and the entities found so far. Not thread-safe.
final class Marks {
    private static final Pattern PERSON = Pattern.compile("tg://user\\?id=(\\d{1,18})");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(?:(?:https?|tg|ton|ftp)://)?[^\\s/]+\\.[^\\s/]+\\S*|(?i)(?:https?|tg|ton)://\\S+");

    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();

    void append(char character) {
        text.append(character);
    }

    void append(int codePoint) {
        text.appendCodePoint(codePoint);
    }

    /// Length of the text so far, in UTF-16 units.
    int length() {
        return text.length();
    }

    String since(int start) {
        return text.substring(start);
    }

    /// Marks everything since that unit; an empty stretch gets no entity.
    void mark(EntityKind kind, int start, @Nullable String argument) {
        if (text.length() > start) {
            entities.add(new Entity(kind, start, text.length() - start, argument));
        }
    }

    /// Marks everything since that unit as a link; an address that is none gets no entity.
    void link(int start, String address) {
        Matcher person = PERSON.matcher(address);
        if (person.matches()) {
            mark(EntityKind.TEXT_MENTION, start, person.group(1));
        } else if (ADDRESS.matcher(address).matches()) {
            mark(
                    EntityKind.TEXT_LINK,
                    start,
                    address.contains("://") ? address : "http://" + address + "/");
        }
    }

    /// The newest entity, if it covers exactly what was written since that unit.
    Optional<Entity> wholeSince(int start) {
        return entities.isEmpty()
                ? Optional.empty()
                : Optional.of(entities.getLast())
                        .filter(e -> e.offset() == start && e.end() == text.length());
    }

    void replaceNewest(Entity entity) {
        entities.set(entities.size() - 1, entity);
    }

    FormattedText done() {
        return new FormattedText(text.toString(), entities);
    }

    /// Which byte of the UTF-8 form that unit of the source is.
    static int byteAt(String source, int unit) {
        return source.substring(0, unit).getBytes(StandardCharsets.UTF_8).length;
    }
}

package pikett.playground.telegram.text;

import java.util.List;
import java.util.stream.Stream;

/// Characters and the entities over them, in order of [Entity#OUTER_FIRST].
public record FormattedText(String text, List<Entity> entities) {
    /// No text at all.
    public static final FormattedText EMPTY = new FormattedText("", List.of());

    public FormattedText {
        entities = entities.stream().sorted(Entity.OUTER_FIRST).toList();
    }

    /// Plain characters without entities.
    public static FormattedText plain(String text) {
        return new FormattedText(text, List.of());
    }

    /// Length in UTF-16 units, which is what the cloud's limits count.
    public int length() {
        return text.length();
    }

    /// The characters that an entity of this text covers.
    public String covered(Entity entity) {
        return text.substring(entity.offset(), entity.end());
    }

    /// What the entities of one kind cover, in order.
    public List<String> covered(EntityKind kind) {
        return entities.stream().filter(e -> e.kind() == kind).map(this::covered).toList();
    }

    /// The text as the cloud keeps it: no white space at the end, and none at the beginning that lies
    /// before the first entity.
    public FormattedText trimmed() {
        int end = text.stripTrailing().length();
        int first = entities.isEmpty() ? end : Math.min(end, entities.getFirst().offset());
        int start = Math.min(first, text.length() - text.stripLeading().length());
        String kept = text.substring(Math.min(start, end), end);
        List<Entity> moved =
                entities.stream()
                        .filter(e -> e.offset() < end)
                        .map(e -> clipped(e, start, end))
                        .toList();
        return new FormattedText(kept, moved);
    }

    private static Entity clipped(Entity entity, int start, int end) {
        int length = Math.min(entity.end(), end) - entity.offset();
        return new Entity(entity.kind(), entity.offset() - start, length, entity.argument());
    }

    /// The same characters with what the cloud finds by itself added where no code is.
    public FormattedText withFoundEntities() {
        List<Entity> found =
                FoundEntities.in(text).stream()
                        .filter(f -> entities.stream().noneMatch(e -> hides(e, f)))
                        .toList();
        return new FormattedText(text, Stream.concat(entities.stream(), found.stream()).toList());
    }

    private static boolean hides(Entity written, Entity found) {
        boolean apart = found.end() <= written.offset() || written.end() <= found.offset();
        if (apart) {
            return false;
        }
        return switch (written.kind()) {
            case CODE, PRE, TEXT_LINK, TEXT_MENTION, CUSTOM_EMOJI -> true;
            case MENTION,
                    HASHTAG,
                    CASHTAG,
                    BOT_COMMAND,
                    URL,
                    EMAIL,
                    PHONE_NUMBER,
                    BANK_CARD_NUMBER ->
                    true;
            case BOLD,
                    ITALIC,
                    UNDERLINE,
                    STRIKETHROUGH,
                    SPOILER,
                    BLOCKQUOTE,
                    EXPANDABLE_BLOCKQUOTE ->
                    false;
        };
    }
}

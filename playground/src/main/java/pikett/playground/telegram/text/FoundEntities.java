package pikett.playground.telegram.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the entities that the cloud adds by itself: commands, mentions, tags, addresses.
final class FoundEntities {
    private static final Map<EntityKind, Pattern> PATTERNS = patterns();

    private FoundEntities() {}

    /// Non-overlapping entities in order; of two that overlap the earlier one wins.
    static List<Entity> in(String text) {
        List<Entity> all = new ArrayList<>();
        PATTERNS.forEach((kind, pattern) -> collect(kind, pattern.matcher(text), all));
        all.sort(Entity.OUTER_FIRST);
        List<Entity> kept = new ArrayList<>();
        int end = 0;
        for (Entity entity : all) {
            if (entity.offset() >= end) {
                kept.add(entity);
                end = entity.end();
            }
        }
        return List.copyOf(kept);
    }

    private static void collect(EntityKind kind, Matcher matcher, List<Entity> into) {
        while (matcher.find()) {
            into.add(new Entity(kind, matcher.start(), matcher.end() - matcher.start()));
        }
    }

    private static Map<EntityKind, Pattern> patterns() {
        Map<EntityKind, Pattern> patterns = new EnumMap<>(EntityKind.class);
        String before = "(?<![\\p{L}\\p{N}_/<>@.\\-])";
        patterns.put(
                EntityKind.BOT_COMMAND,
                Pattern.compile(
                        before
                                + "/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\p{L}\\p{N}_/<>@])"));
        patterns.put(
                EntityKind.MENTION,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}_/@])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\\p{L}\\p{N}_@])"));
        patterns.put(
                EntityKind.HASHTAG,
                Pattern.compile("(?<![\\p{L}\\p{N}_#])#[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*"));
        patterns.put(
                EntityKind.CASHTAG,
                Pattern.compile("(?<![\\p{L}\\p{N}_$])\\$[A-Z]{1,8}(?![\\p{L}\\p{N}_$])"));
        patterns.put(
                EntityKind.URL, Pattern.compile("\\bhttps?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]"));
        patterns.put(
                EntityKind.EMAIL,
                Pattern.compile("\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}\\b"));
        return patterns;
    }
}

package pikett.bot.telegram;

/// Names as people chose them, made harmless to show. Pure.
final class DisplayName {
    private static final int LONGEST = 64;

    private DisplayName() {}

    /// The name without control, bidi and invisible characters, on one line, of at most 64 characters.
    static String of(String name) {
        String visible =
                name.replaceAll("[\\p{C}&&[^\\s]]", "").replaceAll("[\\p{Z}\\s]+", " ").strip();
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST));
    }
}

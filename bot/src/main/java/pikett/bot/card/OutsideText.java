package pikett.bot.card;

/// Text that others wrote, made harmless to look at: no character is left that hides, reorders or
/// controls what stands beside it.
public final class OutsideText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private OutsideText() {}

    /// Several lines: line feeds and tabs stay.
    public static String lines(String outside) {
        StringBuilder clean = new StringBuilder(outside.length());
        outside.replace("\r\n", "\n").codePoints().forEach(point -> append(clean, point));
        return clean.toString();
    }

    /// A value inside a line: line feeds and tabs become spaces, and right-to-left text is isolated so
    /// that it does not reorder its neighbours.
    public static String inline(String outside) {
        String line = lines(outside).replace('\n', ' ').replace('\t', ' ');
        return line.codePoints().anyMatch(OutsideText::readsRightToLeft)
                ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE
                : line;
    }

    private static void append(StringBuilder clean, int point) {
        if (point == '\n' || point == '\t') {
            clean.appendCodePoint(point);
        } else if (mustBeSeen(point)) {
            clean.append(REPLACEMENT);
        } else if (!isInvisible(point)) {
            clean.appendCodePoint(point);
        }
    }

    /// What somebody may have put there to deceive is shown, not dropped.
    private static boolean mustBeSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            case Character.FORMAT -> isBidirectional(point);
            default -> false;
        };
    }

    private static boolean isBidirectional(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || point == 0x034F // combining grapheme joiner
                || point == 0x115F // the Hangul fillers are letters that show nothing
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0;
    }

    private static boolean readsRightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}

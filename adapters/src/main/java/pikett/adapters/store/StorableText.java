package pikett.adapters.store;

/// Text that every database keeps and gives back as it is.
///
/// PostgreSQL refuses U+0000, and half a surrogate pair has no form in UTF-8; outside text may hold
/// either. Both become U+FFFD here, instead of an error that would come back with every retry.
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /// The text, with what cannot be stored replaced.
    public static String of(String text) {
        int index = firstUnstorable(text, 0);
        if (index == text.length()) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text);
        while (index < text.length()) {
            storable.setCharAt(index, REPLACEMENT);
            index = firstUnstorable(text, index + 1);
        }
        return storable.toString();
    }

    private static int firstUnstorable(String text, int from) {
        int index = from;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            if (character == 0 || Character.getType(character) == Character.SURROGATE) {
                return index;
            }
            index += Character.charCount(character);
        }
        return text.length();
    }
}

package pikett.alerts.inbound;

/// Shortens texts of others.
final class Cut {
    private Cut() {}

    /// The text, or its beginning with an ellipsis; never half a character.
    static String to(String text, int atMost) {
        if (text.length() <= atMost) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(atMost - 2)) ? atMost - 2 : atMost - 1;
        return text.substring(0, end) + "…";
    }
}

package pikett.config.shape;

/// A place in the file, both counted from 1; a column counts characters, not bytes.
public record Position(int line, int column) {
    /// The place behind the text.
    public static Position after(String text) {
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return new Position(line, last.codePointCount(0, last.length()) + 1);
    }
}

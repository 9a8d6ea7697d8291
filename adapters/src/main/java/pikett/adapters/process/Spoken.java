package pikett.adapters.process;

import pikett.adapters.host.ReadableText;

/// How reasons quote names and words from outside.
final class Spoken {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 200;

    private Spoken() {}

    /// A name from the configuration or a host, in quotes, cut where it is too long to read.
    static String name(String hostile) {
        String name = ReadableText.of(hostile).replace('\n', '␊').replace('\t', '␉');
        if (name.length() <= LONGEST_NAME) {
            return "\"" + name + "\"";
        }
        return "\"" + beginning(name, LONGEST_NAME) + "…\" (" + name.length() + " characters)";
    }

    /// The first line that says something, cut.
    static String firstLine(String text) {
        String line =
                ReadableText.of(text)
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .findFirst()
                        .orElse("");
        return line.length() <= LONGEST_LINE ? line : beginning(line, LONGEST_LINE) + "…";
    }

    /// Never half a character.
    private static String beginning(String text, int length) {
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}

package pikett.adapters.process;

import pikett.adapters.host.ReadableText;

/// How reasons quote names and words from outside.
final class Spoken {
    private static final int LONGEST_NAME = 60;

    private Spoken() {}

    /// A name from the configuration or a host, in quotes, cut where it is too long to read.
    static String name(String hostile) {
        String name = ReadableText.of(hostile).replace('\n', '␊').replace('\t', '␉');
        if (name.length() <= LONGEST_NAME) {
            return "\"" + name + "\"";
        }
        int cut =
                Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1))
                        ? LONGEST_NAME - 1
                        : LONGEST_NAME;
        return "\"" + name.substring(0, cut) + "…\" (" + name.length() + " characters)";
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
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}

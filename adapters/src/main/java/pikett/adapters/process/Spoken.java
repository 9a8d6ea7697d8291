package pikett.adapters.process;

import java.time.Duration;

/// How reasons speak of numbers.
final class Spoken {
    private static final int LONGEST_NAME = 60;

    private Spoken() {}

    /// The largest unit that says it: `0 s`, `59 s`, `4 min`, `3 h`, `12 d`.
    static String duration(Duration duration) {
        if (duration.toMinutes() < 1) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() < 1) {
            return duration.toMinutes() + " min";
        }
        return duration.toDays() < 1 ? duration.toHours() + " h" : duration.toDays() + " d";
    }

    /// `1 restart`, `2 restarts`.
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// A name from the configuration or a host, in quotes, cut where it is too long to read.
    static String name(String name) {
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
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}

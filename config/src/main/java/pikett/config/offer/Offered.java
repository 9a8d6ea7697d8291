package pikett.config.offer;

import java.util.List;

/// One value that a kind of probe offers.
///
/// @param argument what must stand in parentheses after the name
/// @param window what `in 10m` after it means
/// @param words the only texts that the value can be; empty when it can be any
/// @param alone whether nothing else is known while it is true
public record Offered(
        ValueType type, Argument argument, Window window, List<String> words, boolean alone) {
    public Offered {
        words = List.copyOf(words);
    }

    /// What must stand in parentheses after a name.
    public enum Argument {
        NONE("nothing"),
        /// Where a disk is mounted.
        MOUNT("the place of a disk in quotes, as in disk('/')"),
        /// The name of an HTTP header.
        HEADER("the name of a header in quotes, as in header('Server')"),
        /// A regular expression of Java, found anywhere in a line.
        PATTERN("a regular expression in quotes, as in lines('refused')"),
        /// What a command printed.
        OUTPUT("what the command printed, as in age(stdout)");

        private final String meaning;

        Argument(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }

    /// What a time after `in` means.
    public enum Window {
        /// It cannot be written.
        NONE,
        /// By how much the value rose in that time.
        INCREASE,
        /// How many there were in that time.
        SUM
    }

    static Offered level(ValueType type) {
        return new Offered(type, Argument.NONE, Window.INCREASE, List.of(), false);
    }

    static Offered now(ValueType type) {
        return new Offered(type, Argument.NONE, Window.NONE, List.of(), false);
    }

    static Offered oneOf(String... words) {
        return new Offered(ValueType.TEXT, Argument.NONE, Window.NONE, List.of(words), false);
    }

    Offered of(Argument asked) {
        return new Offered(type, asked, window, words, alone);
    }

    Offered summed() {
        return new Offered(type, argument, Window.SUM, words, alone);
    }

    Offered byItself() {
        return new Offered(type, argument, window, words, true);
    }
}

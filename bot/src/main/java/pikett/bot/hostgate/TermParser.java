package pikett.bot.hostgate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads the part of Java's regular expressions that means the same to a small script: characters, classes
/// that list them, groups, alternatives and counts. Everything else is refused, never guessed.
final class TermParser {
    private static final int MOST_TIMES = 1000;

    /// What would have to be quoted in the line of a command, so that a script could not just compare it.
    private static final String QUOTED = "'\\";

    private static final String COUNTS = "*+?{";

    private final String text;
    private int at;
    private int end;

    private TermParser(String text) {
        this.text = text;
        this.end = text.length();
    }

    /// @throws NotCheckableException when it is of another kind
    static Term parse(Pattern pattern) throws NotCheckableException {
        TermParser parser = new TermParser(pattern.pattern());
        if (pattern.flags() != 0) {
            throw parser.unfit("flags");
        }
        parser.skipAnchors();
        Term term = parser.alternatives();
        if (parser.at < parser.end) {
            throw parser.unfit("‘" + parser.peek() + "’ at this place");
        }
        return term;
    }

    /// The whole value must match anyway.
    private void skipAnchors() {
        if (text.startsWith("^")) {
            at++;
        }
        if (text.endsWith("$") && !text.endsWith("\\$") && end > at) {
            end--;
        }
    }

    private Term alternatives() throws NotCheckableException {
        List<Term> terms = new ArrayList<>(List.of(sequence()));
        while (at < end && peek() == '|') {
            at++;
            terms.add(sequence());
        }
        return Term.choice(terms);
    }

    private Term sequence() throws NotCheckableException {
        Term all = new Term.Empty();
        while (at < end && peek() != '|' && peek() != ')') {
            all = Term.sequence(all, counted(one()));
        }
        return all;
    }

    private Term one() throws NotCheckableException {
        char c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> listed();
            case '\\' -> new Term.OneOf(escaped());
            case '.' -> throw unfit("‘.’, which is any character");
            case '^', '$', '*', '+', '?', '{', '}', ']' -> throw unfit("‘" + c + "’ at this place");
            default -> new Term.OneOf(Set.of(plain(c)));
        };
    }

    private Term group() throws NotCheckableException {
        if (at < end && peek() == '?') {
            if (!text.startsWith("?:", at)) {
                throw unfit("‘(?’");
            }
            at += 2;
        }
        Term inside = alternatives();
        if (at >= end || next() != ')') {
            throw unfit("a group without an end");
        }
        return inside;
    }

    private Term listed() throws NotCheckableException {
        Set<Character> characters = new HashSet<>();
        if (at < end && peek() == '^') {
            throw unfit("‘[^’, which is any character but some");
        }
        while (at < end && peek() != ']') {
            characters.addAll(itemOfClass());
        }
        if (at >= end || characters.isEmpty()) {
            throw unfit("a class without an end");
        }
        at++;
        return new Term.OneOf(characters);
    }

    private Set<Character> itemOfClass() throws NotCheckableException {
        char c = next();
        if (c == '[' || c == '&') {
            throw unfit("‘" + c + "’ within a class");
        }
        Set<Character> first = c == '\\' ? escaped() : Set.of(plain(c));
        boolean range = at + 1 < end && peek() == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            return first;
        }
        at++;
        char last = next();
        if (first.size() != 1 || last == '\\' || last == '[' || last == '&') {
            throw unfit("this range of characters");
        }
        Set<Character> all = new HashSet<>();
        for (char each = first.iterator().next(); each <= last; each++) {
            all.add(plain(each));
        }
        return all;
    }

    private Set<Character> escaped() throws NotCheckableException {
        if (at >= end) {
            throw unfit("‘\\’ at the end");
        }
        char c = next();
        return switch (c) {
            case 'd' -> range('0', '9');
            case 'w' -> {
                Set<Character> word = new HashSet<>(range('a', 'z'));
                word.addAll(range('A', 'Z'));
                word.addAll(range('0', '9'));
                word.add('_');
                yield word;
            }
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw unfit("‘\\" + c + "’");
                }
                yield Set.of(plain(c));
            }
        };
    }

    private static Set<Character> range(char first, char last) {
        Set<Character> all = new HashSet<>();
        IntStream.rangeClosed(first, last).forEach(c -> all.add((char) c));
        return all;
    }

    private Term counted(Term term) throws NotCheckableException {
        if (at >= end || COUNTS.indexOf(peek()) < 0) {
            return term;
        }
        Term counted =
                switch (peek()) {
                    case '*' -> Term.repeated(term, 0, Term.ENDLESS);
                    case '+' -> Term.repeated(term, 1, Term.ENDLESS);
                    case '?' -> Term.repeated(term, 0, 1);
                    default -> braces(term);
                };
        at++;
        if (at < end && COUNTS.indexOf(peek()) >= 0) {
            throw unfit("a count of a count");
        }
        return counted;
    }

    /// Stands at its last character afterwards.
    private Term braces(Term term) throws NotCheckableException {
        int close = text.indexOf('}', at);
        String inside = close < 0 || close >= end ? "" : text.substring(at + 1, close);
        if (!inside.matches("[0-9]{1,4}(,([0-9]{1,4})?)?")) {
            throw unfit("this count");
        }
        int comma = inside.indexOf(',');
        int least = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
        String last = comma < 0 ? inside : inside.substring(comma + 1);
        int most = last.isEmpty() ? Term.ENDLESS : Integer.parseInt(last);
        if (least > MOST_TIMES || (most != Term.ENDLESS && most > MOST_TIMES)) {
            throw unfit("a count above " + MOST_TIMES);
        }
        at = close;
        return Term.repeated(term, least, most);
    }

    private char plain(char c) throws NotCheckableException {
        if (c < ' ' || c > '~' || QUOTED.indexOf(c) >= 0) {
            throw unfit(
                    QUOTED.indexOf(c) >= 0 ? "a quote or a backslash" : "a character beyond ASCII");
        }
        return c;
    }

    private char peek() {
        return text.charAt(at);
    }

    private char next() {
        return text.charAt(at++);
    }

    private NotCheckableException unfit(String what) {
        return new NotCheckableException(
                "a script cannot check %s in ‘%s’; write out which characters are meant and how many, such as [A-Za-z0-9._-]{1,40}"
                        .formatted(what, text));
    }
}

package pikett.bot.hostgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A term as an extended regular expression of POSIX, for a rule of sudo.
final class Expression {
    private Expression() {}

    static String of(Term term) {
        return switch (term) {
            case Term.Nothing _ -> throw new IllegalArgumentException("matches nothing");
            case Term.Empty _ -> "";
            case Term.OneOf(Set<Character> characters) -> oneOf(characters);
            case Term.Sequence(Term first, Term then) -> of(first) + of(then);
            case Term.Choice(Set<Term> terms) ->
                    terms.stream()
                            .map(Expression::of)
                            .sorted()
                            .collect(Collectors.joining("|", "(", ")"));
            case Term.Repeated(Term inner, int least, int most) ->
                    "(%s)%s".formatted(of(inner), count(least, most));
        };
    }

    /// Counts without a comma where there is a way: sudo splits rules at them.
    private static String count(int least, int most) {
        if (most == Term.ENDLESS && least <= 1) {
            return least == 0 ? "*" : "+";
        }
        if (least == 0 && most == 1) {
            return "?";
        }
        return least == most
                ? "{%d}".formatted(least)
                : "{%d,%s}".formatted(least, most == Term.ENDLESS ? "" : most);
    }

    private static String oneOf(Set<Character> characters) {
        if (characters.size() == 1) {
            return literal(Character.toString(characters.iterator().next()));
        }
        List<String> ways = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (char c : new TreeSet<>(characters)) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else {
                ways.add(literal(Character.toString(c)));
            }
        }
        if (!plain.isEmpty()) {
            ways.addFirst("[" + plain + "]");
        }
        return ways.size() == 1 ? ways.getFirst() : "(" + String.join("|", ways) + ")";
    }

    /// Letters and digits as they are; of the rest each in brackets, where nothing means anything.
    static String literal(String text) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c == '/' || c == '_' || c == '-';
            all.append(plain ? Character.toString(c) : "[" + c + "]");
        }
        return all.toString();
    }

    static boolean hasSpace(Term term) {
        return switch (term) {
            case Term.Nothing _, Term.Empty _ -> false;
            case Term.OneOf(Set<Character> characters) -> characters.contains(' ');
            case Term.Sequence(Term first, Term then) -> hasSpace(first) || hasSpace(then);
            case Term.Choice(Set<Term> terms) -> terms.stream().anyMatch(Expression::hasSpace);
            case Term.Repeated(Term inner, int _, int _) -> hasSpace(inner);
        };
    }
}

package pikett.bot.hostgate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A regular expression of the plain kind: what stands after one another, what may stand instead, and how
/// often. Compared by what it consists of.
sealed interface Term {
    /// Without an end.
    int ENDLESS = Integer.MAX_VALUE;

    /// Matches no text, not even the empty one.
    record Nothing() implements Term {}

    /// Matches the empty text.
    record Empty() implements Term {}

    /// One character of these.
    record OneOf(Set<Character> characters) implements Term {
        public OneOf {
            characters = Set.copyOf(characters);
        }
    }

    record Sequence(Term first, Term then) implements Term {}

    record Choice(Set<Term> terms) implements Term {
        public Choice {
            terms = Set.copyOf(terms);
        }
    }

    /// @param most [#ENDLESS] for any number
    record Repeated(Term term, int least, int most) implements Term {}

    static Term sequence(Term first, Term then) {
        if (first instanceof Nothing || then instanceof Nothing) {
            return new Nothing();
        }
        if (first instanceof Empty) {
            return then;
        }
        return then instanceof Empty ? first : new Sequence(first, then);
    }

    static Term choice(Collection<Term> terms) {
        Set<Term> flat = new LinkedHashSet<>();
        for (Term term : terms) {
            if (term instanceof Choice(Set<Term> inner)) {
                flat.addAll(inner);
            } else if (!(term instanceof Nothing)) {
                flat.add(term);
            }
        }
        if (flat.isEmpty()) {
            return new Nothing();
        }
        return flat.size() == 1 ? flat.iterator().next() : new Choice(flat);
    }

    static Term repeated(Term term, int least, int most) {
        return most == 0 ? new Empty() : new Repeated(term, least, most);
    }

    /// Whether it matches the empty text.
    default boolean endsHere() {
        return switch (this) {
            case Nothing _, OneOf _ -> false;
            case Empty _ -> true;
            case Sequence(Term first, Term then) -> first.endsHere() && then.endsHere();
            case Choice(Set<Term> terms) -> terms.stream().anyMatch(Term::endsHere);
            case Repeated(Term term, int least, int _) -> least == 0 || term.endsHere();
        };
    }

    /// What has still to come once this character has come (Brzozowski's derivative).
    default Term after(char c) {
        return switch (this) {
            case Nothing _, Empty _ -> new Nothing();
            case OneOf(Set<Character> characters) ->
                    characters.contains(c) ? new Empty() : new Nothing();
            case Sequence(Term first, Term then) -> {
                Term within = sequence(first.after(c), then);
                yield first.endsHere() ? choice(List.of(within, then.after(c))) : within;
            }
            case Choice(Set<Term> terms) ->
                    choice(terms.stream().map(term -> term.after(c)).toList());
            case Repeated(Term term, int least, int most) ->
                    sequence(
                            term.after(c),
                            repeated(
                                    term,
                                    Math.max(0, least - 1),
                                    most == ENDLESS ? ENDLESS : most - 1));
        };
    }
}

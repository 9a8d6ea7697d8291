package pikett.bot.hostgate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A pattern as a table of states that a script can walk through, one character after the other.
///
/// @param pattern as it stands in the configuration
/// @param term what it means
/// @param states the first is the one to begin in
record Automaton(String pattern, Term term, List<State> states) {
    private static final int MOST_STATES = 300;

    Automaton {
        states = List.copyOf(states);
    }

    /// @param ends whether a text may end here
    /// @param next the characters that lead on, by the index of the state that they lead to
    record State(boolean ends, Map<Integer, SortedSet<Character>> next) {}

    /// @throws NotCheckableException when the pattern is none that a script can check
    static Automaton of(Pattern pattern) throws NotCheckableException {
        Term term = TermParser.parse(pattern);
        Map<Term, Integer> known = new LinkedHashMap<>(Map.of(term, 0));
        List<Term> todo = new ArrayList<>(List.of(term));
        List<State> states = new ArrayList<>();
        for (int index = 0; index < todo.size(); index++) {
            states.add(state(todo.get(index), known, todo));
            if (todo.size() > MOST_STATES) {
                throw new NotCheckableException(
                        "‘%s’ is too much for a script; allow fewer characters"
                                .formatted(pattern.pattern()));
            }
        }
        return new Automaton(pattern.pattern(), term, states);
    }

    private static State state(Term term, Map<Term, Integer> known, List<Term> todo) {
        Map<Integer, SortedSet<Character>> next = new LinkedHashMap<>();
        for (char c = ' '; c <= '~'; c++) {
            Term after = term.after(c);
            if (after instanceof Term.Nothing) {
                continue;
            }
            Integer index = known.get(after);
            if (index == null) {
                index = todo.size();
                known.put(after, index);
                todo.add(after);
            }
            next.computeIfAbsent(index, _ -> new TreeSet<>()).add(c);
        }
        return new State(term.endsHere(), next);
    }

    /// Whether the script would take the value.
    boolean takes(String value) {
        int at = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int next = -1;
            for (Map.Entry<Integer, SortedSet<Character>> way : states.get(at).next().entrySet()) {
                next = way.getValue().contains(c) ? way.getKey() : next;
            }
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return states.get(at).ends();
    }
}

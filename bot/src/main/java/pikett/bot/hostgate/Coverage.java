package pikett.bot.hostgate;

import java.util.List;

/// Whether what one vector allows makes another superfluous.
final class Coverage {
    private Coverage() {}

    /// @param exact with or without places for what varies
    static boolean covers(Allowed wide, Allowed exact) {
        if (wide.equals(exact)) {
            return true;
        }
        List<Allowed.Argument> one = wide.arguments();
        List<Allowed.Argument> other = exact.arguments();
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!covers(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Of what varies within a word only a value at its end is looked into; to write down too much of what
    /// may be run is no harm, to leave some out would be.
    private static boolean covers(Allowed.Argument wide, Allowed.Argument exact) {
        if (wide.equals(exact)) {
            return true;
        }
        if (!(wide instanceof Allowed.Argument.Word(var pieces))
                || !(exact instanceof Allowed.Argument.Word(var others))
                || others.size() != 1
                || !(others.getFirst() instanceof Allowed.Piece.Text(String text))
                || !(pieces.getLast() instanceof Allowed.Piece.Value(String _, Automaton form))) {
            return false;
        }
        if (pieces.size() == 1) {
            return form.takes(text);
        }
        return pieces.size() == 2
                && pieces.getFirst() instanceof Allowed.Piece.Text(String before)
                && text.startsWith(before)
                && form.takes(text.substring(before.length()));
    }
}

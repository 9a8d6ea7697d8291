package pikett.bot.hostgate;

import java.util.List;

/// An argument vector that may be run on a host, with places for what varies.
///
/// @param arguments what is not a [Argument.Word] stands only at the end
record Allowed(List<Argument> arguments) {
    Allowed {
        arguments = List.copyOf(arguments);
    }

    /// One argument, or several at the end.
    sealed interface Argument {
        /// One argument.
        record Word(List<Piece> pieces) implements Argument {
            public Word {
                pieces = List.copyOf(pieces);
            }
        }

        /// One or more numbers under which PM2 runs a process of this name.
        record Pm2Numbers(String name) implements Argument {}

        /// One or more files in which PM2 keeps the log of a process of this name.
        record Pm2Logs(String name) implements Argument {}
    }

    /// A part of an argument.
    sealed interface Piece {
        record Text(String text) implements Piece {}

        /// Whatever fits; the same under the same name. No program may take it for an option.
        record Value(String name, Automaton form) implements Piece {}
    }

    static Argument word(String text) {
        return new Argument.Word(List.of(new Piece.Text(text)));
    }

    /// Whether nothing of it varies.
    boolean isConstant() {
        return arguments.stream()
                .allMatch(argument ->
                        argument instanceof Argument.Word(List<Piece> pieces)
                                && pieces.stream().allMatch(Piece.Text.class::isInstance));
    }
}

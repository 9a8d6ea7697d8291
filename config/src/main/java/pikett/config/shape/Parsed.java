package pikett.config.shape;

import java.util.function.Function;

/// What became of a written value.
public sealed interface Parsed<T> {
    /// It is understood and allowed.
    record Good<T>(T value) implements Parsed<T> {}

    /// It is not.
    ///
    /// @param column where in the text, from 1
    /// @param what what is wrong with it, as in `a port is at most 65535`
    /// @param wayOut what to write instead
    record Bad<T>(int column, String what, String wayOut) implements Parsed<T> {}

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /// The value as a whole is bad.
    static <T> Parsed<T> bad(String what, String wayOut) {
        return bad(1, what, wayOut);
    }

    /// The mistake is at a place inside the text.
    static <T> Parsed<T> bad(int column, String what, String wayOut) {
        return new Bad<>(column, what, wayOut);
    }

    /// Goes on with the value, if there is one.
    default <R> Parsed<R> then(Function<? super T, ? extends Parsed<R>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Bad<T>(int column, String what, String wayOut) -> bad(column, what, wayOut);
        };
    }
}

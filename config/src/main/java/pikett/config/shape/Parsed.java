package pikett.config.shape;

import java.util.function.Function;

/// What became of a written value.
public sealed interface Parsed<T> {
    /// It is understood and allowed.
    record Good<T>(T value) implements Parsed<T> {}

    /// It is not.
    ///
    /// @param what what is wrong with it, as in `a port is at most 65535`
    /// @param wayOut what to write instead
    record Bad<T>(String what, String wayOut) implements Parsed<T> {}

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(String what, String wayOut) {
        return new Bad<>(what, wayOut);
    }

    /// Goes on with the value, if there is one.
    default <R> Parsed<R> then(Function<? super T, ? extends Parsed<R>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Bad<T>(String what, String wayOut) -> bad(what, wayOut);
        };
    }
}

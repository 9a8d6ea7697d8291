package pikett.config.shape;

import java.util.List;
import java.util.Optional;

/// A kind of thing that the file names and refers to, such as a host.
///
/// @param noun what people call one
/// @param belongsToEntry whether the names hold only inside the entry that declares them, such as the
///     parameters of one runbook
/// @param instead the kind whose names count where the file declares none of this one
/// @param anyOf when not empty, the kinds of which a name may mean any; then none is of this kind itself
public record Kind(String noun, boolean belongsToEntry, Optional<Kind> instead, List<Kind> anyOf) {
    public Kind {
        anyOf = List.copyOf(anyOf);
    }

    public Kind(String noun, boolean belongsToEntry) {
        this(noun, belongsToEntry, Optional.empty(), List.of());
    }

    /// The same kind; where the file declares none of it, names of the other one count.
    public Kind or(Kind other) {
        return new Kind(noun, belongsToEntry, Optional.of(other), anyOf);
    }

    /// Either of these.
    public static Kind either(String noun, Kind first, Kind second) {
        return new Kind(noun, false, Optional.empty(), List.of(first, second));
    }
}

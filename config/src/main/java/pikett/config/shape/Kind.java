package pikett.config.shape;

import java.util.Optional;

/// A kind of thing that the file names and refers to, such as a host.
///
/// @param noun what people call one
/// @param belongsToEntry whether the names hold only inside the entry that declares them, such as the
///     parameters of one runbook
/// @param instead the kind whose names count where the file declares none of this one
public record Kind(String noun, boolean belongsToEntry, Optional<Kind> instead) {
    public Kind(String noun, boolean belongsToEntry) {
        this(noun, belongsToEntry, Optional.empty());
    }
}

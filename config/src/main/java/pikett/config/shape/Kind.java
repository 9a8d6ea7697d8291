package pikett.config.shape;

/// A kind of thing that the file names and refers to, such as a host.
///
/// @param noun what people call one
/// @param belongsToEntry whether the names hold only inside the entry that declares them, such as the
///     parameters of one runbook
public record Kind(String noun, boolean belongsToEntry) {}

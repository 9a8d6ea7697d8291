package pikett.adapters.host;

/// What a program wrote, as readable text: UTF-8 with replacement characters, without ANSI sequences,
/// carriage-return bars resolved, other control characters made visible.
///
/// @param standard standard output
/// @param error standard error
/// @param droppedBytes how many bytes of both were not kept
public record Output(String standard, String error, long droppedBytes) {
    /// No output at all.
    public static final Output EMPTY = new Output("", "", 0);
}

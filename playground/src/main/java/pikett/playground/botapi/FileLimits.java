package pikett.playground.botapi;

/// How large files may be, in bytes.
///
/// @param request everything that comes with one call; more is answered 413
/// @param upload one document
/// @param photo one picture
/// @param download one file that is fetched
public record FileLimits(long request, long upload, long photo, long download) {
    private static final long MEGABYTE = 1 << 20;

    /// What Telegram's own servers take.
    public static final FileLimits TELEGRAM =
            new FileLimits(52 * MEGABYTE, 50 * MEGABYTE, 10 * MEGABYTE, 20 * MEGABYTE);
}

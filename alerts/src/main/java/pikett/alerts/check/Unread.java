package pikett.alerts.check;

/// Why a look brought nothing.
public enum Unread {
    /// Its time was over.
    TOOK_TOO_LONG,
    /// Others of its host ran for all of its time, and it was not begun.
    NO_TURN,
    /// It ended with an error of our own.
    FAILED,
    /// It was read, and that it cannot be told was the result; its reading says why.
    UNREADABLE
}

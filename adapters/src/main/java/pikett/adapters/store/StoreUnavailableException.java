package pikett.adapters.store;

/// The database could not do the work. Nothing of it was kept, unless the message says that this is
/// unknown.
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

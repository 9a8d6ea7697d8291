package pikett.config.condition;

/// Leaves the nested reading at the first mistake; never leaves the package.
final class MistakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int column;
    private final String what;
    private final String wayOut;

    MistakeException(int column, String what, String wayOut) {
        super(what, null, false, false);
        this.column = column;
        this.what = what;
        this.wayOut = wayOut;
    }

    Parse.Mistake mistake() {
        return new Parse.Mistake(column, what, wayOut);
    }
}

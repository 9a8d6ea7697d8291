package pikett.alerts.pattern;

/// A text that can be looked at for a bounded number of times: a regular expression that tries out too many
/// ways ends in an exception, and so does one whose thread is interrupted.
///
/// Used by one thread.
final class PatientText implements CharSequence {
    /// Enough for an expression that, from each place of a line of four hundred characters, goes to its
    /// end and back. About a millisecond.
    private static final int MOST_LOOKS = 300_000;

    private static final int INTERRUPT_LOOKS = 1024;

    private final String text;
    private int looks;

    PatientText(String text) {
        this.text = text;
    }

    /// It was looked at too often.
    static final class PatienceLostException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private PatienceLostException() {
            super("looked at too often", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > MOST_LOOKS
                || (looks % INTERRUPT_LOOKS == 0 && Thread.currentThread().isInterrupted())) {
            throw new PatienceLostException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}

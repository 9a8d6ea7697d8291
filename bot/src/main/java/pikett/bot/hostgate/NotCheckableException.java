package pikett.bot.hostgate;

/// Something that a small script cannot check exactly, so that no gate is made; its message says what, and
/// what to write instead.
public final class NotCheckableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    NotCheckableException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /// What cannot be checked, and what to write instead.
    public String sentence() {
        return sentence;
    }
}

package pikett.adapters.redaction;

import java.util.Collection;
import java.util.List;
import pikett.config.Secret;

/// Takes secrets out of texts: those that the configuration knows, in every form in which they travel, and
/// what looks like one.
///
/// Immutable and safe for use by many threads. Takes time in proportion to the text, whatever the text is.
/// Redacting twice changes nothing more.
///
/// A secret that is split over two texts is not seen in either. Text that arrives in pieces, such as the
/// output of a command, must be joined before it is redacted.
public final class Redactor {
    /// What stands where a secret was.
    public static final String MASK = "•••";

    /// Two are enough for nearly every text.
    private static final int MOST_ROUNDS = 5;

    private final KnownSecrets known;
    private final List<Rule> rules;

    private Redactor(KnownSecrets known, List<Rule> rules) {
        this.known = known;
        this.rules = rules;
    }

    /// A redactor that knows these secrets, and the shapes that secrets usually have.
    public static Redactor of(Collection<Secret> known) {
        return new Redactor(KnownSecrets.of(known), Rules.all());
    }

    /// The text without secrets.
    public String redact(String text) {
        String redacted = text;
        String before;
        int rounds = 0;
        do {
            before = redacted;
            redacted = once(before);
            // What is masked may have hidden the beginning of what stands next to it.
        } while (!redacted.equals(before) && ++rounds < MOST_ROUNDS);
        return redacted;
    }

    private String once(String text) {
        String redacted = known.remove(KeyRemnants.remove(PrivateKeys.remove(text)));
        for (Rule rule : rules) {
            redacted = rule.apply(redacted);
        }
        return redacted;
    }
}

package pikett.alerts.pattern;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A regular expression that is held against texts which a stranger may have written.
///
/// It looks at a bounded number of characters of each text. Of a text on which that is not enough it says
/// nothing; the first such text is logged. Safe for use by many threads.
public final class PatientPattern {
    private static final Logger LOG = LoggerFactory.getLogger(PatientPattern.class);

    private final Pattern pattern;
    private final AtomicBoolean complained = new AtomicBoolean();

    public PatientPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /// As it is written.
    public String regex() {
        return pattern.pattern();
    }

    /// Whether it is found in the text; empty when that takes too long, and soon once the thread is
    /// interrupted.
    public Optional<Boolean> foundIn(String text) {
        return ask(text, Matcher::find);
    }

    /// The same for the text as a whole.
    public Optional<Boolean> matches(String text) {
        return ask(text, Matcher::matches);
    }

    private Optional<Boolean> ask(String text, Predicate<Matcher> question) {
        try {
            return Optional.of(question.test(pattern.matcher(new PatientText(text))));
        } catch (PatientText.PatienceLostException | StackOverflowError _) {
            if (!complained.getAndSet(true)) {
                LOG.warn("expression takes too long, text not judged pattern={}", regex());
            }
            return Optional.empty();
        }
    }
}

package pikett.alerts.probe;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A regular expression that is sought in lines which a stranger may have written.
///
/// It looks at a bounded number of characters for each line. A line on which that is not enough is taken
/// as one without it; the first such line is logged. Safe for use by many threads.
final class LinePattern {
    private static final Logger LOG = LoggerFactory.getLogger(LinePattern.class);

    private final Pattern pattern;
    private final AtomicBoolean complained = new AtomicBoolean();

    LinePattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    String regex() {
        return pattern.pattern();
    }

    /// Whether it is found. Once the thread is interrupted, false comes soon.
    boolean foundIn(String line) {
        try {
            return pattern.matcher(new PatientText(line)).find();
        } catch (PatientText.PatienceLostException | StackOverflowError _) {
            if (!complained.getAndSet(true)) {
                LOG.warn("expression takes too long, line not counted pattern={}", regex());
            }
            return false;
        }
    }
}

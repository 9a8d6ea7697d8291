package pikett.adapters.redaction;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shape in which secrets appear.
///
/// @param pattern with the secret in its group `secret`; must find its next match in time that does not grow
///     with what it has passed
/// @param isSecret whether what was found there is one
record Rule(Pattern pattern, Predicate<String> isSecret) {
    /// A shape whose group is always a secret.
    static Rule always(String pattern) {
        return when(pattern, _ -> true);
    }

    static Rule when(String pattern, Predicate<String> isSecret) {
        return new Rule(Pattern.compile(pattern), isSecret);
    }

    /// The text with every secret of this shape masked.
    String apply(String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder redacted = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            if (isSecret.test(matcher.group("secret"))) {
                redacted.append(text, done, matcher.start("secret")).append(Redactor.MASK);
                done = matcher.end("secret");
            }
        }
        return done == 0 ? text : redacted.append(text, done, text.length()).toString();
    }
}

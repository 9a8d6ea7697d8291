package pikett.config.match;

import java.util.regex.Pattern;

/// How the value of a label is compared, as in Prometheus.
public enum Comparison {
    EQUALS("="),
    DIFFERS("!="),
    MATCHES("=~"),
    MATCHES_NOT("!~");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /// As it is written.
    public String sign() {
        return sign;
    }

    /// What a value is held against, always as a whole.
    ///
    /// @param written the value, or the regular expression
    /// @throws java.util.regex.PatternSyntaxException when it should be an expression and is none
    public Pattern pattern(String written) {
        return switch (this) {
            case EQUALS, DIFFERS -> Pattern.compile(written, Pattern.LITERAL);
            case MATCHES, MATCHES_NOT -> Pattern.compile(written, Pattern.DOTALL);
        };
    }
}

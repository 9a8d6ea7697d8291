package pikett.adapters.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The shapes in which secrets appear in logs, errors and command output.
///
/// Every repetition is possessive or bounded, and every shape that may begin inside itself looks back, so that
/// no text makes them slow.
final class Rules {
    private static final String BEGINS = "(?<![A-Za-z0-9_-])";

    /// Words that name a secret when a value follows them.
    private static final String SURE =
            "(?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|private[_-]?key"
                    + "|auth[_-]?key|signing[_-]?key|encryption[_-]?key)";

    private static final String NAME = "(?:" + SURE + "|token)";
    private static final String GAP = "\\s{0,3}+";

    /// Before a value in quotes.
    private static final String ASSIGNED =
            "(?i)(?:%1$s\\\\?[\"']?%2$s[:=]|token\\\\?[\"']%2$s[:=]|token%2$s=)%2$s"
                    .formatted(SURE, GAP);

    /// A parser says it too: `Unexpected token: "export"`.
    private static final String PERHAPS = "(?i)token%1$s:%1$s".formatted(GAP);

    private static final String QUOTED =
            "\"(?<secret>[^\"\\\\\\r\\n]{0,512}+(?:\\\\.[^\"\\\\\\r\\n]{0,512}+){0,32}+)\"";
    private static final String SINGLE_QUOTED = "'(?<secret>[^'\\r\\n]{1,512}+)'";
    private static final String BARE = "[^\\s,;&\"'<>(){}\\[\\]]{1,4096}+";

    private static final Set<String> NO_VALUES =
            Set.of("null", "none", "true", "false", "undefined", "empty", "nil", Redactor.MASK);
    private static final int RANDOM_LOOKING = 16;

    private Rules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.always("(?<![0-9])(?<secret>[0-9]{5,20}+:[A-Za-z0-9_-]{30,}+)"));
        rules.addAll(urls());
        rules.addAll(headers());
        rules.addAll(pairs());
        rules.add(Rule.always(BEGINS + "(?<secret>" + String.join("|", keyShapes()) + ")"));
        return List.copyOf(rules);
    }

    private static List<Rule> urls() {
        return List.of(
                Rule.when(
                        "://[^\\s/@:\"'<>]{0,256}+:(?<secret>[^\\s/\"'<>]{1,512})@",
                        Rules::isValue),
                Rule.when("://(?<secret>[^\\s/@:\"'<>]{1,512}+)@", Rules::looksRandom));
    }

    private static List<Rule> headers() {
        return List.of(
                Rule.when(
                        "(?i)\\bbearer\\s{1,4}+(?<secret>[a-z0-9._~+/=-]{8,}+)",
                        Rules::looksRandom),
                Rule.when(
                        "(?i)\\bbasic\\s{1,4}+(?<secret>[a-z0-9+/_-]{4,}+={0,2})", Rules::isLogin),
                Rule.when(
                        "(?i)\\bauthorization[\"']?\\s{0,4}+[:=]\\s{0,4}+[\"']?(?:[a-z]{3,10}\\s{1,4}+)?"
                                + "(?<secret>[^\\s,;\"']{8,}+)",
                        Rules::looksRandom),
                Rule.when(
                        "(?i)\\b(?:set-)?cookie:\\s{0,4}+[^=;\\s]{1,64}+=(?<secret>[^;\\s]{1,4096}+)",
                        Rules::isValue));
    }

    private static List<Rule> pairs() {
        String name = "(?i)" + NAME;
        return List.of(
                Rule.when(ASSIGNED + QUOTED, Rules::isValue),
                Rule.when(ASSIGNED + SINGLE_QUOTED, Rules::isValue),
                Rule.when(PERHAPS + QUOTED, Rules::isNoWord),
                Rule.when(PERHAPS + SINGLE_QUOTED, Rules::isNoWord),
                // JSON inside a JSON text
                Rule.when(
                        name + "\\\\\"\\s{0,3}+:\\s{0,3}+\\\\\"(?<secret>[^\"\\\\]{1,512}+)\\\\\"",
                        Rules::isValue),
                Rule.when(name + "[\"']?=(?<secret>" + BARE + ")", Rules::isValue),
                Rule.when(
                        name + "[\"']?\\s{0,3}+[:=]\\s{0,3}+(?<secret>" + BARE + ")",
                        Rules::isNoWord),
                Rule.when(
                        "(?i)(?<=\\s)--?" + NAME + "\\s{1,4}+(?<secret>" + BARE + ")",
                        Rules::isNoOption));
    }

    private static List<String> keyShapes() {
        return List.of(
                "(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])",
                "gh[pousr]_[A-Za-z0-9]{30,}+",
                "github_pat_[A-Za-z0-9_]{22,}+",
                "glpat-[A-Za-z0-9_-]{20,}+",
                "xox[abeprs]-[A-Za-z0-9-]{10,}+",
                "[rs]k_(?:live|test)_[A-Za-z0-9]{16,}+",
                "AIza[A-Za-z0-9_-]{35}",
                "sk-[A-Za-z0-9_-]{20,}+",
                "npm_[A-Za-z0-9]{36}",
                "sbp_[a-f0-9]{40}",
                "do[opr]_v1_[a-f0-9]{64}",
                "AGE-SECRET-KEY-1[A-Z0-9]{50,}+",
                "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}",
                "eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+");
    }

    private static boolean isValue(String text) {
        return !text.isBlank() && !NO_VALUES.contains(text.toLowerCase(Locale.ROOT));
    }

    /// After `token: ` a sentence may go on, as in `token: expired`.
    private static boolean isNoWord(String text) {
        return text.length() >= 6
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(Character::isLetter);
    }

    private static boolean isNoOption(String text) {
        return isValue(text) && !text.startsWith("-");
    }

    private static boolean looksRandom(String text) {
        boolean digit = text.chars().anyMatch(Character::isDigit);
        boolean mixed =
                text.chars().anyMatch(Character::isUpperCase)
                        && text.chars().anyMatch(Character::isLowerCase);
        return text.length() >= RANDOM_LOOKING && (digit || mixed);
    }

    /// Whether it is the Base64 of a `user:password`.
    private static boolean isLogin(String text) {
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(text);
            return new String(decoded, StandardCharsets.UTF_8).indexOf(':') >= 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}

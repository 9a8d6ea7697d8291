package pikett.config.section;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.shape.Parsed;
import pikett.config.shape.SecretText;

/// Addresses that may carry a password.
final class Urls {
    private static final Pattern USER_INFO = Pattern.compile("://[^/?#@:]*:([^/?#]*)@");
    private static final Pattern QUERY_PASSWORD = Pattern.compile("[?&]password=([^&#]+)");

    private static final int SHORTEST_KEY = 16;

    private Urls() {}

    /// An address with one of the schemes and, unless it may be left to the default, a port.
    static SecretText secret(String expected, Set<String> schemes, boolean needsPort) {
        String pattern =
                "(?:%s)://.+".formatted(String.join("|", schemes.stream().sorted().toList()));
        return new SecretText(
                expected, pattern, text -> check(text, expected, schemes, needsPort), Urls::hidden);
    }

    /// An http or https address whose last part may be a secret by which the far side knows us.
    static SecretText hook(String expected) {
        Set<String> schemes = Set.of("http", "https");
        return new SecretText(
                expected,
                "https?://.+",
                text -> check(text, expected, schemes, false),
                text -> {
                    List<String> hidden = new ArrayList<>(hidden(text));
                    parse(text).flatMap(Urls::key).ifPresent(hidden::add);
                    return hidden;
                });
    }

    /// A last part of the path so long is no word that somebody chose.
    private static Optional<String> key(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.length() < SHORTEST_KEY ? Optional.empty() : Optional.of(last);
    }

    private static Parsed<String> check(
            String text, String expected, Set<String> schemes, boolean needsPort) {
        // A URI without a scheme has null there, which an immutable set must not be asked for.
        Optional<URI> uri =
                parse(text)
                        .filter(found -> found.isAbsolute() && schemes.contains(found.getScheme()));
        if (uri.isEmpty() || uri.get().getHost() == null) {
            return Parsed.bad(
                    "this address cannot be used",
                    "write %s; in a password, percent-encode what is not a letter or digit"
                            .formatted(expected));
        }
        int port = uri.get().getPort();
        return port > 65_535 || port == 0 || (needsPort && port < 0)
                ? Parsed.bad("the port is missing or out of range", "write one from 1 to 65535")
                : Parsed.good(text);
    }

    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// The passwords in the address, as written and decoded.
    static List<String> hidden(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : List.of(USER_INFO, QUERY_PASSWORD)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1));
                found.add(decoded(matcher.group(1)));
            }
        }
        return found.stream().filter(part -> !part.isEmpty()).distinct().toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}

package pikett.config;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A person whom the bot obeys.
///
/// @param telegram the numeric user id; names are never an identity
/// @param role what the person may do
/// @param language of answers to this person; otherwise that of the chat
/// @param services name patterns (`*` matches any text) of the services this person may act on; empty
///     when the role alone decides
public record PersonConfig(
        long telegram, Role role, Optional<Language> language, List<String> services) {
    /// Whether only some services are this person's; otherwise the role alone decides.
    public boolean isBound() {
        return !services.isEmpty();
    }

    /// Whether the person may act on the service, as far as the list of services goes.
    public boolean mayActOn(String service) {
        return !isBound() || services.stream().anyMatch(pattern -> matches(pattern, service));
    }

    /// Only `*` means something; all other characters stand for themselves.
    private static boolean matches(String pattern, String service) {
        String expression =
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(service).matches();
    }
}

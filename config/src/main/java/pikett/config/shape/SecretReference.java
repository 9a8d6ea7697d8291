package pikett.config.shape;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.Surroundings;

/// `${env:NAME}`, `${file:/path}` or `${credential:NAME}`: a secret that lies elsewhere.
final class SecretReference {
    private static final Pattern ANYWHERE = Pattern.compile("\\$\\{(?:env|file|credential):");
    private static final Pattern WHOLE = Pattern.compile("\\$\\{([a-z]+):([^{}]*)\\}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final String DIRECTORY = "CREDENTIALS_DIRECTORY";

    private SecretReference() {}

    /// Whether the text holds a reference, as a whole or somewhere in it.
    static boolean isIn(String text) {
        return ANYWHERE.matcher(text).find();
    }

    /// Whether the text is one reference and nothing else.
    static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }

    /// What it refers to, without white space around it.
    static Parsed<String> resolve(String text, Surroundings surroundings) {
        Matcher reference = WHOLE.matcher(text);
        if (!reference.matches()) {
            return Parsed.bad(
                    "a secret reference must be the whole value",
                    "put the whole value where the reference points to");
        }
        String name = reference.group(2);
        return switch (reference.group(1)) {
            case "env" -> environment(name, surroundings);
            case "file" -> file(name, surroundings);
            case "credential" -> credential(name, surroundings);
            default ->
                    Parsed.bad(
                            "there is no such kind of secret reference",
                            "use ${env:NAME}, ${file:/path} or ${credential:NAME}");
        };
    }

    private static Parsed<String> environment(String name, Surroundings surroundings) {
        if (!VARIABLE.matcher(name).matches()) {
            return Parsed.bad(
                    "this is not the name of an environment variable",
                    "write ${env:NAME} with letters, digits and _");
        }
        return surroundings
                .environment(name)
                .map(value -> usable(value, "the environment variable " + name))
                .orElseGet(() ->
                        Parsed.bad(
                                "the environment variable %s is not set".formatted(name),
                                "set it for the process that runs Pikett"));
    }

    private static Parsed<String> file(String name, Surroundings surroundings) {
        Optional<Path> path = Paths.absolute(name);
        if (path.isEmpty()) {
            return Parsed.bad(
                    "a secret file needs an absolute path", "write ${file:/the/whole/path}");
        }
        return switch (surroundings.file(path.get())) {
            case Surroundings.SecretFile.Found(String text, boolean readableByAll) ->
                    readableByAll
                            ? Parsed.bad(
                                    "every user of this machine can read the secret file " + name,
                                    "take that right away: chmod o-rwx " + name)
                            : usable(text, "the secret file " + name);
            case Surroundings.SecretFile.Missing() ->
                    Parsed.bad(
                            "there is no secret file " + name,
                            "create it, readable only by the user that runs Pikett");
            case Surroundings.SecretFile.Unreadable(String reason) ->
                    Parsed.bad(
                            "the secret file %s cannot be read: %s".formatted(name, reason),
                            "make it a small text file that the user of Pikett may read");
        };
    }

    private static Parsed<String> credential(String name, Surroundings surroundings) {
        if (!CREDENTIAL.matcher(name).matches()) {
            return Parsed.bad(
                    "this is not the name of a credential",
                    "write ${credential:NAME} with letters, digits, - _ and .");
        }
        Optional<String> directory = surroundings.environment(DIRECTORY);
        if (directory.isEmpty()) {
            return Parsed.bad(
                    "there are no systemd credentials: $%s is not set".formatted(DIRECTORY),
                    "start Pikett as the systemd service, or use ${file:/path} or ${env:NAME}");
        }
        // No look at the file's mode: systemd keeps the whole directory to the service's own user.
        return switch (surroundings.file(Path.of(directory.get(), name))) {
            case Surroundings.SecretFile.Found(String text, boolean _) ->
                    usable(text, "the credential " + name);
            case Surroundings.SecretFile.Missing() ->
                    Parsed.bad(
                            "systemd was given no credential " + name,
                            "add LoadCredential=%s:/path to the unit".formatted(name));
            case Surroundings.SecretFile.Unreadable(String reason) ->
                    Parsed.bad(
                            "the credential %s cannot be read: %s".formatted(name, reason),
                            "make it a small text");
        };
    }

    /// The text as a secret: something, on one line, without white space around it.
    static Parsed<String> usable(String value, String source) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            return Parsed.bad(source + " is empty", "put the secret into it");
        }
        if (trimmed.chars().anyMatch(Character::isISOControl)) {
            return Parsed.bad(
                    source + " holds more than one line, or control characters",
                    "put the secret alone into it, on one line");
        }
        return Parsed.good(trimmed);
    }
}

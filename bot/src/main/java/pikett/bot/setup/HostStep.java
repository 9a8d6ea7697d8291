package pikett.bot.setup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which machines are looked at, and which key each of them has.
final class HostStep {
    /// Lies beside the configuration.
    static final String KNOWN_HOSTS = "known_hosts";

    private static final String HERE = "here";
    private static final int SSH_PORT = 22;

    /// As far as it takes to ask for the key; what may stand there the configuration itself decides.
    private static final Pattern TARGET =
            Pattern.compile("[^@]+@(\\[[^]]+]|[^:\\[]+)(?::([0-9]{1,5}))?");

    private final Questions questions;
    private final Wishes wishes;
    private final Rehearsal rehearsal;
    private final HostKeys keys;
    private final List<String> known = new ArrayList<>();

    HostStep(Questions questions, Wishes wishes, Rehearsal rehearsal, HostKeys keys) {
        this.questions = questions;
        this.wishes = wishes;
        this.rehearsal = rehearsal;
        this.keys = keys;
    }

    /// The lines of known_hosts to be added.
    List<String> known() {
        return List.copyOf(known);
    }

    FirstConfig named(FirstConfig config) throws SetupEndedException {
        FirstConfig result = config;
        for (Map.Entry<String, String> host : wishes.hosts().entrySet()) {
            result = result.withHost(host.getKey(), named(host.getKey(), host.getValue()));
        }
        return result;
    }

    private FirstConfig.Host named(String name, String target) throws SetupEndedException {
        if (target.equals(HERE)) {
            return new FirstConfig.Host.Here();
        }
        Path keyFile =
                wishes.keyFile()
                        .orElseThrow(() ->
                                new SetupEndedException(
                                        "--host %s needs --key-file FILE: the private key to log in with"
                                                .formatted(name)));
        return switch (offered(target)) {
            case HostKeys.Answer.Nothing(String why) ->
                    throw new SetupEndedException("host %s: %s".formatted(name, why));
            case HostKeys.Answer.Key key -> {
                if (!isTrusted(key)) {
                    throw new SetupEndedException(refusal(name, key));
                }
                yield far(target, keyFile, key);
            }
        };
    }

    private String refusal(String name, HostKeys.Answer.Key key) {
        return wishes.unattended() && wishes.hostKey().isEmpty()
                ? "host %s shows the key %s; compare it with the host itself (%s there), then give --host-key %s"
                        .formatted(name, key.fingerprint(), command(key), key.fingerprint())
                : "the key of host %s was not confirmed, so it is not trusted".formatted(name);
    }

    FirstConfig ask(FirstConfig config) throws SetupEndedException {
        FirstConfig result = config;
        while (true) {
            String target =
                    questions
                            .terminal()
                            .ask(
                                    "A host to look at over SSH, as user@address or user@address:port; \"here\" for this machine; Enter for none: ");
            if (target.isEmpty()) {
                return result;
            }
            Optional<FirstConfig.Host> host =
                    target.equals(HERE)
                            ? Optional.of(new FirstConfig.Host.Here())
                            : far(result, target);
            if (host.isPresent()) {
                result = named(result, host.get(), target);
            }
        }
    }

    private FirstConfig named(FirstConfig config, FirstConfig.Host host, String target)
            throws SetupEndedException {
        String name =
                questions.text(
                        "A name for it in the configuration",
                        target.equals(HERE) ? HERE : suggested(target),
                        typed ->
                                config.hosts().containsKey(typed)
                                        ? Optional.of("there is a host of that name already")
                                        : rehearsal.mistake(config.withHost(typed, host)));
        return config.withHost(name, host);
    }

    private Optional<FirstConfig.Host> far(FirstConfig config, String target)
            throws SetupEndedException {
        Optional<String> wrong = rehearsal.mistake(config.withHost("host", sample(target)));
        if (wrong.isPresent()) {
            questions.say("  " + wrong.get());
            return Optional.empty();
        }
        return switch (offered(target)) {
            case HostKeys.Answer.Nothing(String why) -> {
                questions.say("  " + why);
                yield Optional.empty();
            }
            case HostKeys.Answer.Key key -> {
                if (!isTrusted(key)) {
                    questions.say(
                            "  It is left out: a key that nobody vouches for is not trusted.");
                    yield Optional.empty();
                }
                yield Optional.of(far(target, keyFile(), key));
            }
        };
    }

    private Path keyFile() throws SetupEndedException {
        String usual =
                wishes.keyFile()
                        .or(() ->
                                Optional.of(wishes.beside("id_ed25519")).filter(Files::isReadable))
                        .map(Path::toString)
                        .orElse("");
        String path =
                questions.text(
                        "The private key to log in with (a file; without a passphrase)",
                        usual,
                        typed ->
                                isReadable(typed)
                                        ? Optional.empty()
                                        : Optional.of(
                                                "there is no such file that this user can read; ssh-keygen -t ed25519 -N '' -f FILE makes one"));
        return Path.of(path);
    }

    private static boolean isReadable(String typed) {
        try {
            return Files.isReadable(Path.of(typed)) && Files.isRegularFile(Path.of(typed));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private HostKeys.Answer offered(String target) {
        Matcher parts = TARGET.matcher(target);
        if (!parts.matches()) {
            return new HostKeys.Answer.Nothing("write it as user@address or user@address:port");
        }
        String address = parts.group(1).replaceAll("[\\[\\]]", "");
        int port = parts.group(2) == null ? SSH_PORT : Integer.parseInt(parts.group(2));
        return keys.ask(address, port, wishes.hostKey());
    }

    private boolean isTrusted(HostKeys.Answer.Key key) throws SetupEndedException {
        if (key.known() == HostKeys.Known.ANOTHER) {
            // Beside the old one it would not be the only key that is accepted.
            questions.say(
                    "CAUTION: %s lists another key for this host than %s, which it shows. Either the host was installed anew, or somebody stands between. If you are sure, take the old line out of the file first."
                            .formatted(wishes.beside(KNOWN_HOSTS), key.fingerprint()));
            return false;
        }
        if (wishes.hostKey().isPresent()) {
            return wishes.hostKey().get().equals(key.fingerprint());
        }
        if (key.known() == HostKeys.Known.LISTED) {
            questions.say("Its key is the one that known_hosts lists: " + key.fingerprint());
            return true;
        }
        return !wishes.unattended() && isCompared(key);
    }

    private boolean isCompared(HostKeys.Answer.Key key) throws SetupEndedException {
        questions.say(
                """
                It shows this %s key:
                  %s
                Compare it with what the host itself says, on its console or over a connection that you trust:
                  %s\
                """
                        .formatted(key.type(), key.fingerprint(), command(key)));
        return questions.confirm("Is it the same, to the last letter?", false);
    }

    private static String command(HostKeys.Answer.Key key) {
        String kind = key.type().replaceAll("^ssh-", "").replaceAll("^ecdsa-.*", "ecdsa");
        return "ssh-keygen -lf /etc/ssh/ssh_host_%s_key.pub".formatted(kind);
    }

    private FirstConfig.Host far(String target, Path keyFile, HostKeys.Answer.Key key) {
        if (key.known() != HostKeys.Known.LISTED) {
            known.add(key.line());
        }
        return new FirstConfig.Host.Far(
                target,
                keyFile.toAbsolutePath().normalize().toString(),
                wishes.beside(KNOWN_HOSTS).toString());
    }

    private FirstConfig.Host sample(String target) {
        return new FirstConfig.Host.Far(
                target, "/etc/pikett/id_ed25519", wishes.beside(KNOWN_HOSTS).toString());
    }

    private static String suggested(String target) {
        String address = target.replaceAll("^[^@]*@", "").replaceAll(":[0-9]+$", "");
        return address.matches("[0-9.:\\[\\]a-fA-F]+")
                ? "host-1"
                : PeopleStep.suggested(address.split("\\.")[0], "host-1");
    }
}

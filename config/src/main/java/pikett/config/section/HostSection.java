package pikett.config.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.HostConfig;
import pikett.config.HostConfig.Login;
import pikett.config.HostConfig.Trust;
import pikett.config.shape.Choice;
import pikett.config.shape.Key;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.SecretText;
import pikett.config.shape.Section;
import pikett.config.shape.Variants;

/// `hosts`: the machines that Pikett reaches.
final class HostSection {
    private static final int SSH_PORT = 22;

    /// No part may begin with a dash, so that none can be taken for an option.
    private static final String TARGET =
            "([A-Za-z0-9_][A-Za-z0-9_.-]*)@([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?";

    private static final Key<Target> SSH =
            Key.required(
                            "ssh",
                            target(),
                            "Where to log in: user@address, and :port if it is not 22.")
                    .example("deploy@203.0.113.7");
    private static final Choice<Login> LOGIN =
            new Choice<>(
                    List.of(
                            Key.required(
                                    "key-file",
                                    Scalars.path().as(Login.KeyFile::new),
                                    "A private key, the only one that is offered."),
                            Key.required(
                                    "agent",
                                    Scalars.onlyTrue().as(_ -> new Login.Agent()),
                                    "Use the running SSH agent."),
                            Key.required(
                                            "password",
                                            new SecretText(
                                                            "a password",
                                                            ".+",
                                                            Parsed::good,
                                                            List::of)
                                                    .map(Login.Password::new),
                                            "A password, better as a reference to where it lies.")
                                    .example("${file:/etc/pikett/password}")));
    private static final Choice<Trust> TRUST =
            new Choice<>(
                    List.of(
                            Key.required(
                                    "known-hosts",
                                    Scalars.path().as(Trust.KnownHosts::new),
                                    "A file of known host keys; one that is not listed there is refused."),
                            Key.required(
                                            "host-key",
                                            Scalars.matching(
                                                            "a fingerprint such as ssh-keygen -l prints:"
                                                                    + " SHA256: and 43 characters",
                                                            "SHA256:[A-Za-z0-9+/]{43}")
                                                    .as(Trust.Fingerprint::new),
                                            "The fingerprint of the only host key that is accepted.")
                                    .example(
                                            "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")));
    private static final Key<Optional<String>> JUMP =
            Key.optional(
                    "jump",
                    Scalars.nameOf(Kinds.HOST),
                    "Another host of this list, through which this one is reached.");
    private static final Key<Boolean> LOCAL =
            Key.required("local", Scalars.onlyTrue(), "The machine that Pikett itself runs on.");

    private static final Section<Written> REMOTE =
            Section.of(
                    "A machine reached by SSH.",
                    values -> {
                        Target target = values.get(SSH);
                        return new Written(
                                new HostConfig.Ssh(
                                        target.user,
                                        target.address,
                                        target.port,
                                        values.get(LOGIN),
                                        values.get(TRUST),
                                        values.get(JUMP)),
                                values.get(HostChecksSection.OWN));
                    },
                    SSH,
                    LOGIN,
                    TRUST,
                    JUMP,
                    HostChecksSection.OWN);
    private static final Section<Written> HERE =
            Section.of(
                    "The machine that Pikett itself runs on.",
                    values ->
                            new Written(new HostConfig.Local(), values.get(HostChecksSection.OWN)),
                    LOCAL,
                    HostChecksSection.OWN);

    static final Key<Map<String, Written>> KEY =
            Key.orElse(
                    "hosts",
                    new Named<>(
                            Kinds.HOST,
                            new Variants<>(
                                    "A machine that Pikett reaches.",
                                    Sections.ordered("ssh", REMOTE, "local", HERE))),
                    Map.of(),
                    "The machines that Pikett reaches, each under a name of your own.");

    private HostSection() {}

    private static Scalar<Target> target() {
        Pattern pattern = Pattern.compile(TARGET);
        return Scalars.matching("user@address or user@address:port", TARGET)
                .as(text -> {
                    Matcher parts = pattern.matcher(text);
                    if (!parts.matches()) {
                        throw new IllegalStateException("matched before");
                    }
                    String address = parts.group(2).replaceAll("[\\[\\]]", "");
                    int port = parts.group(3) == null ? SSH_PORT : Integer.parseInt(parts.group(3));
                    return new Target(parts.group(1), address, port);
                })
                .obeying(target ->
                        target.port < 1 || target.port > 65_535
                                ? Parsed.bad(
                                        "the port is out of range", "write one from 1 to 65535")
                                : Parsed.good(target));
    }

    /// A host as far as its own section tells.
    record Written(HostConfig host, HostChecksSection.Own checks) {}

    private record Target(String user, String address, int port) {}
}

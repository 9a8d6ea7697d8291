package pikett.bot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pikett.adapters.host.Host;
import pikett.adapters.http.Http;
import pikett.adapters.ssh.FarSide;
import pikett.adapters.ssh.SshLimits;
import pikett.alerts.rule.Past;
import pikett.bot.command.Targets;
import pikett.bot.hostgate.AuthorizedKey;
import pikett.bot.hostgate.GateScript;
import pikett.bot.hostgate.HostNeeds;
import pikett.bot.hostgate.NotCheckableException;
import pikett.bot.hostgate.Recorder;
import pikett.bot.hostgate.Sudoers;
import pikett.bot.hostgate.Survey;
import pikett.bot.watch.CheckPlan;
import pikett.bot.watch.EarlierChecks;
import pikett.bot.watch.Sights;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;

/// `pikett gate HOST`: what Pikett's key may do on a host, and nothing else.
@Command(
        name = "gate",
        description = {
            "Prints a script for authorized_keys on HOST:",
            "with it Pikett's key can do what Pikett needs there, and nothing else."
        })
final class GateVerb implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "HOST", description = "a host of the configuration")
    private String host = "";

    @Option(
            names = "--authorized-keys",
            description = "prints the line for authorized_keys instead")
    private boolean key;

    @Option(names = "--sudoers", description = "prints the rules of sudo instead")
    private boolean sudoers;

    @Option(names = "--install", description = "says what to do with all of it instead")
    private boolean install;

    @Option(
            names = "--path",
            paramLabel = "FILE",
            description =
                    "where the script will lie on HOST; ${DEFAULT-VALUE} unless said otherwise")
    private String path = "/usr/local/bin/pikett-gate";

    @Option(
            names = "--pm2-log",
            paramLabel = "FILE",
            description =
                    "a log that PM2 keeps elsewhere than in its own folder; may be said again")
    private List<String> moreLogs = List.of();

    @Override
    public Integer call() throws IOException {
        Optional<ConfigOption.Usable> usable = config.read();
        if (usable.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        PikettConfig read = usable.get().config();
        if (!(read.hosts().get(host) instanceof HostConfig.Ssh ssh)) {
            return notOverSsh(read);
        }
        if (!path.matches("/[A-Za-z0-9_./-]+")) {
            return refused("--path must be a whole path of letters, digits and _ . / -");
        }
        try {
            System.out.print(wanted(read, ssh));
            return 0;
        } catch (NotCheckableException e) {
            return refused(e.sentence());
        }
    }

    static boolean readsRedis(PikettConfig config, String host) {
        return config.queues().values().stream().anyMatch(queue -> queue.host().equals(host));
    }

    private static int refused(String why) {
        System.err.println(why);
        return Pikett.CONFIGURATION;
    }

    private int notOverSsh(PikettConfig read) {
        String known =
                read.hosts().entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof HostConfig.Ssh)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
        return refused(
                "%s is no host that is reached over SSH; %s"
                        .formatted(
                                host, known.isEmpty() ? "there is none" : "there are: " + known));
    }

    private String wanted(PikettConfig read, HostConfig.Ssh ssh)
            throws NotCheckableException, IOException {
        HostNeeds needs = needs(read, host);
        AuthorizedKey line = new AuthorizedKey(needs, path, publicKey(ssh));
        List<String> rules = new Sudoers(needs, ssh.user()).lines();
        if (install) {
            return new GateGuide(needs, ssh, path, line, rules, readsRedis(read, host)).text();
        }
        if (key) {
            return line.line() + "\n";
        }
        if (sudoers) {
            return rules.isEmpty()
                    ? "# Nothing of the configuration is run with sudo on %s.\n".formatted(host)
                    : String.join("\n", rules) + "\n";
        }
        GateScript.Frame frame =
                new GateScript.Frame(
                        FarSide.head(),
                        FarSide.endHead(),
                        SshLimits.DEFAULT.killGrace().toSeconds());
        return new GateScript(needs, frame, moreLogs).text();
    }

    /// What ssh-keygen has written beside the private key.
    private static String publicKey(HostConfig.Ssh ssh) throws IOException {
        if (ssh.login() instanceof HostConfig.Login.KeyFile(Path file)) {
            Path beside = file.resolveSibling(file.getFileName() + ".pub");
            if (Files.isReadable(beside)) {
                return Files.readString(beside).strip();
            }
        }
        return "ssh-ed25519 PUBLIC-KEY-OF-PIKETT";
    }

    /// All that Pikett does on a host.
    ///
    /// @param host its name
    /// @throws NotCheckableException when something of it cannot be checked by a script
    static HostNeeds needs(PikettConfig read, String host) throws NotCheckableException {
        InstantSource clock = InstantSource.system();
        Survey survey = new Survey(read, host, clock);
        Host here = Recorder.mute("here");
        try (Http http = new Http(here.dialer(), text -> text)) {
            Map<String, Host> hosts =
                    read.hosts().keySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            name -> name,
                                            name ->
                                                    name.equals(host)
                                                            ? survey.host()
                                                            : Recorder.mute(name)));
            Targets targets = new TargetWiring(read, hosts, http, clock).targets();
            Past nothing = (_, _) -> (_, _) -> OptionalDouble.empty();
            Sights sights =
                    new Sights(
                            read,
                            hosts,
                            here,
                            targets,
                            http,
                            _ -> nothing,
                            text -> text,
                            clock,
                            EarlierChecks.none());
            return survey.needs(
                    targets, new CheckPlan(sights).checks(), List.of(LiveCheck.hostQuestion()));
        }
    }
}

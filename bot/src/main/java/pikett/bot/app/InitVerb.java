package pikett.bot.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import pikett.bot.setup.Placement;
import pikett.bot.setup.Setup;
import pikett.bot.setup.SetupEndedException;
import pikett.bot.setup.Terminal;
import pikett.bot.setup.Wishes;
import pikett.config.Language;
import pikett.config.Secret;

/// `pikett init`: the first configuration, out of a conversation on the terminal and on the phone.
@Command(
        name = "init",
        description =
                "Makes the first configuration: asks for the bot, for you, for a group and a host, then checks it all.")
final class InitVerb implements Callable<Integer> {
    private static final Path SYSTEM = Path.of("/etc/pikett");
    private static final Path DATABASE = Path.of("/var/lib/pikett");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "the configuration; otherwise /etc/pikett/pikett.yaml if that folder can be written to, else ./pikett.yaml")
    private @Nullable Path output;

    @Option(names = "--force", description = "replaces a configuration that is there already")
    private boolean force;

    @Option(
            names = {"--yes", "-y"},
            description = "asks nothing: what is needed must be said by options")
    private boolean yes;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "where the token of @BotFather lies, and stays; otherwise $$TELEGRAM_TOKEN, otherwise it is asked for")
    private @Nullable Path tokenFile;

    @Option(
            names = "--admin",
            paramLabel = "NAME=ID",
            description = "an admin, by Telegram's number; may be given again")
    private Map<String, Long> admins = new LinkedHashMap<>();

    @Option(
            names = "--chat",
            paramLabel = "NAME=ID",
            description = "a group that alerts go to, by Telegram's number; may be given again")
    private Map<String, Long> chats = new LinkedHashMap<>();

    @Option(
            names = "--host",
            paramLabel = "NAME=USER@HOST[:PORT]",
            description = "a host to look at over SSH, or NAME=here; may be given again")
    private Map<String, String> hosts = new LinkedHashMap<>();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "the private key to log in with, without a passphrase")
    private @Nullable Path keyFile;

    @Option(
            names = "--host-key",
            paramLabel = "SHA256:...",
            description = "the fingerprint of the host's key, as ssh-keygen -l prints it")
    private @Nullable String hostKey;

    @Option(
            names = "--language",
            converter = Spoken.class,
            description = "of people and chats: en, de or ru; otherwise that of your app")
    private @Nullable Language language;

    @Option(
            names = "--api-url",
            paramLabel = "URL",
            description = "another Bot API server than Telegram's own")
    private @Nullable URI apiUrl;

    @Option(
            names = "--proxy-file",
            paramLabel = "FILE",
            description =
                    "where the address of a proxy lies, such as socks5://user:password@127.0.0.1:1080")
    private @Nullable Path proxyFile;

    /// A language by its short name.
    static final class Spoken implements ITypeConverter<Language> {
        @Override
        public Language convert(String text) {
            try {
                return Language.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException(
                        "'" + text + "' is not spoken; write en, de or ru");
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        if (hostKey != null && !FINGERPRINT.matcher(hostKey).matches()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--host-key is SHA256: and 43 characters, as ssh-keygen -l prints it");
        }
        return made(wishes(), ProcessTerminal.ofThisProcess(), System.out, System.err);
    }

    /// Talks, writes and checks.
    ///
    /// @return the exit code
    static int made(Wishes wishes, Terminal terminal, PrintStream out, PrintStream err)
            throws IOException {
        Placement placement = new Placement();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(placement::settle));
        try {
            placement.place(new Setup(terminal, wishes, InitGround.real(wishes)).run().pieces());
        } catch (SetupEndedException e) {
            err.println("pikett init: " + e.getMessage());
            return Pikett.FAILED;
        } catch (FileAlreadyExistsException e) {
            err.println(
                    "pikett init: %s is there already; nothing was written. --force replaces it"
                            .formatted(e.getFile()));
            return Pikett.FAILED;
        } catch (IOException e) {
            err.println(
                    "pikett init: %s cannot be written (%s); nothing was written. Let this user write there, or name another place with --output FILE"
                            .formatted(wishes.output(), e));
            return Pikett.FAILED;
        }
        return new InitCheck(wishes.output(), out).passed() ? 0 : Pikett.CONFIGURATION;
    }

    private Wishes wishes() {
        Path file = Optional.ofNullable(output).orElseGet(InitVerb::usualPlace).toAbsolutePath();
        return new Wishes(
                file,
                force,
                yes,
                new Wishes.Account(
                        Optional.ofNullable(tokenFile),
                        Optional.ofNullable(System.getenv("TELEGRAM_TOKEN")).map(Secret::new),
                        Optional.ofNullable(apiUrl),
                        Optional.ofNullable(proxyFile)),
                admins,
                chats,
                hosts,
                Optional.ofNullable(hostKey),
                Optional.ofNullable(keyFile),
                Optional.ofNullable(language),
                storage(file));
    }

    private static Path usualPlace() {
        return Files.isWritable(SYSTEM) ? SYSTEM.resolve("pikett.yaml") : Path.of("pikett.yaml");
    }

    /// Beside the configuration, where the usual place is not for this user.
    private static Optional<String> storage(Path file) {
        return file.startsWith(SYSTEM) || Files.isWritable(DATABASE)
                ? Optional.empty()
                : Optional.of("jdbc:sqlite:" + file.resolveSibling("pikett.db"));
    }
}

package pikett.bot.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.bot.ownership.Ownership;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.Introductions;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.config.Surroundings;

/// The conversation out of which the first configuration comes. Writes nothing.
public final class Setup {
    private static final String TOKEN_FILE = "telegram-token";

    private final Questions questions;
    private final Wishes wishes;
    private final Outside outside;

    /// What it reaches.
    ///
    /// @param surroundings variables and files, as the program will see them
    /// @param explanation why a call to Telegram failed
    /// @param owners whom a folder belongs to
    public record Outside(
            HostKeys keys,
            Surroundings surroundings,
            InstantSource clock,
            Explanation explanation,
            Owners owners) {}

    /// Says whom a folder belongs to, and who asks.
    @FunctionalInterface
    public interface Owners {
        Ownership of(Path folder) throws IOException;
    }

    /// What came of it.
    ///
    /// @param pieces the files to write; the configuration is the last
    public record Made(List<Piece> pieces) {
        public Made {
            pieces = List.copyOf(pieces);
        }
    }

    public Setup(Terminal terminal, Wishes wishes, Outside outside) {
        this.questions = new Questions(terminal, wishes.unattended());
        this.wishes = wishes;
        this.outside = outside;
    }

    /// Asks for what was not said on the command line.
    ///
    /// @throws SetupEndedException when it cannot go on
    public Made run() throws SetupEndedException {
        refuseOverwriting();
        AccountStep accounts = new AccountStep(questions, wishes.account(), outside.explanation());
        AccountStep.Bot bot = accounts.ask();
        refuseAnotherToken(bot.endpoint().token());
        Path tokenFile =
                wishes.account()
                        .tokenFile()
                        .map(Path::toAbsolutePath)
                        .orElse(wishes.beside(TOKEN_FILE));
        Rehearsal rehearsal =
                new Rehearsal(outside.surroundings(), tokenFile, bot.endpoint().token());
        HostStep hosts = new HostStep(questions, wishes, rehearsal, outside.keys());
        FirstConfig config = people(accounts, bot, rehearsal, empty(tokenFile));
        config = hosts.named(config);
        if (wishes.hosts().isEmpty() && !wishes.unattended()) {
            config = hosts.ask(config);
        }
        Optional<String> mistake = rehearsal.mistake(config);
        if (mistake.isPresent()) {
            throw new SetupEndedException(mistake.get());
        }
        agree(config);
        return new Made(pieces(config, bot.endpoint().token(), hosts.known()));
    }

    private void refuseOverwriting() throws SetupEndedException {
        if (Files.exists(wishes.output(), LinkOption.NOFOLLOW_LINKS) && !wishes.force()) {
            throw new SetupEndedException(
                    "%s is there already; name another with --output FILE, or replace it with --force"
                            .formatted(wishes.output()));
        }
        if (!Files.isDirectory(wishes.folder()) || !Files.isWritable(wishes.folder())) {
            throw new SetupEndedException(
                    "nothing can be written to %s; make the folder, or name another place with --output FILE"
                            .formatted(wishes.folder()));
        }
        refuseOpenFolder();
        Path known = wishes.beside(HostStep.KNOWN_HOSTS);
        if (Files.isSymbolicLink(known)) {
            throw new SetupEndedException(
                    "%s is a symbolic link; put a file in its place, or name another folder with --output FILE"
                            .formatted(known));
        }
    }

    private void refuseOpenFolder() throws SetupEndedException {
        Optional<String> why;
        try {
            why = outside.owners().of(wishes.folder()).whyNotToWriteThere(wishes.folder());
        } catch (IOException _) {
            throw new SetupEndedException(
                    "it cannot be seen whom %s belongs to; name another place with --output FILE"
                            .formatted(wishes.folder()));
        }
        if (why.isPresent()) {
            throw new SetupEndedException(why.get());
        }
    }

    /// Before anything else is asked: at the end it would be too late for all that was answered.
    private void refuseAnotherToken(Secret token) throws SetupEndedException {
        Path file = wishes.beside(TOKEN_FILE);
        if (wishes.account().tokenFile().isEmpty()
                && !wishes.force()
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !holds(file, token)) {
            throw new SetupEndedException(
                    "%s is there already, with another token; use that one with --token-file %s, or replace it with --force"
                            .formatted(file, file));
        }
    }

    private FirstConfig empty(Path tokenFile) {
        return new FirstConfig(
                new FirstConfig.Account(
                        "${file:%s}".formatted(tokenFile),
                        wishes.account().apiUrl(),
                        wishes.account()
                                .proxyFile()
                                .map(file -> "${file:%s}".formatted(file.toAbsolutePath()))),
                wishes.language().orElse(Language.EN),
                Map.of(),
                Map.of(),
                Map.of(),
                wishes.storage());
    }

    private FirstConfig people(
            AccountStep accounts, AccountStep.Bot bot, Rehearsal rehearsal, FirstConfig empty)
            throws SetupEndedException {
        try (BotApi api = new BotApi(bot.endpoint());
                Introductions introductions = new Introductions(bot.endpoint())) {
            PeopleStep people = new PeopleStep(questions, wishes, api, rehearsal);
            ChatStep chats = new ChatStep(questions, wishes, rehearsal);
            accounts.free(bot, introductions);
            Meeting meeting =
                    new Meeting(
                            introductions, questions, outside.clock(), outside.explanation(), bot);
            String name = bot.me().username();
            FirstConfig config = people.named(empty);
            if (config.admins().isEmpty()) {
                config = people.meet(config, meeting, name);
            }
            config = chats.named(config);
            if (config.chats().isEmpty() && !wishes.unattended()) {
                config = chats.meet(config, meeting, name);
            }
            introductions.settle();
            return config;
        }
    }

    private void agree(FirstConfig config) throws SetupEndedException {
        if (wishes.unattended()) {
            return;
        }
        questions.say("");
        questions.say(config.yaml());
        if (!questions.confirm("Write this to %s?".formatted(wishes.output()), true)) {
            throw new SetupEndedException("nothing was written");
        }
    }

    private List<Piece> pieces(FirstConfig config, Secret token, List<String> known)
            throws SetupEndedException {
        List<Piece> pieces = new ArrayList<>();
        if (wishes.account().tokenFile().isEmpty()) {
            Path file = wishes.beside(TOKEN_FILE);
            pieces.add(
                    new Piece(file, token.reveal() + "\n", wishes.force() || holds(file, token)));
        }
        if (!known.isEmpty()) {
            Path file = wishes.beside(HostStep.KNOWN_HOSTS);
            pieces.add(new Piece(file, added(file, known), true));
        }
        pieces.add(new Piece(wishes.output(), config.yaml(), wishes.force()));
        return pieces;
    }

    /// The same token may lie there already, of an earlier try.
    private static boolean holds(Path file, Secret token) throws SetupEndedException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && AccountStep.read(file, "token").equals(token);
    }

    private static String added(Path file, List<String> lines) throws SetupEndedException {
        String all = "";
        try {
            if (Files.exists(file)) {
                all = Files.readString(file);
            }
        } catch (IOException _) {
            throw new SetupEndedException(
                    "%s cannot be read; let this user read it".formatted(file));
        }
        if (!all.isEmpty() && !all.endsWith("\n")) {
            all += "\n";
        }
        return all + String.join("\n", lines) + "\n";
    }
}

package pikett.bot.setup;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pikett.bot.card.RichText;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.CallResult;
import pikett.bot.telegram.Greeting;
import pikett.bot.telegram.Outgoing;
import pikett.config.Language;

/// Who the first admin is.
///
/// Anybody can write to a bot, also first, and anybody can take any name. So whoever writes is asked for, and
/// must read on the phone what is typed on the terminal.
final class PeopleStep {
    private static final int TRIES = 3;
    private static final int NUMBERS = 9000;
    private static final int LOWEST = 1000;

    private final Questions questions;
    private final Wishes wishes;
    private final BotApi api;
    private final Rehearsal rehearsal;
    private final SecureRandom random = new SecureRandom();

    PeopleStep(Questions questions, Wishes wishes, BotApi api, Rehearsal rehearsal) {
        this.questions = questions;
        this.wishes = wishes;
        this.api = api;
        this.rehearsal = rehearsal;
    }

    /// The admins that were named on the command line; there may be none.
    FirstConfig named(FirstConfig config) throws SetupEndedException {
        FirstConfig result = config;
        for (Map.Entry<String, Long> admin : wishes.admins().entrySet()) {
            result = result.withAdmin(admin.getKey(), admin.getValue());
        }
        if (result.admins().isEmpty() && wishes.unattended()) {
            throw new SetupEndedException(
                    "--yes asks nothing, so name an admin: --admin NAME=ID, where ID is Telegram's number of the person");
        }
        return result;
    }

    FirstConfig meet(FirstConfig config, Meeting meeting, String bot) throws SetupEndedException {
        questions.say("Now take your phone: open https://t.me/%s and tap Start.".formatted(bot));
        Greeting.Person person = meeting.person();
        while (!isYou(person)) {
            questions.say("Not taken. Waiting for somebody else to write to the bot.");
            person = meeting.person();
        }
        Language language = language(person);
        Greeting.Person you = person;
        String name =
                questions.text(
                        "A name for you in the configuration",
                        suggested(person.name(), "admin"),
                        typed -> rehearsal.mistake(config.withAdmin(typed, you.id())));
        tell(person, Phrases.in(language).text(SetupPhrase.KNOWN));
        return config.withLanguage(language).withAdmin(name, person.id());
    }

    private boolean isYou(Greeting.Person person) throws SetupEndedException {
        questions.say(
                "%s%s, number %d, has written to the bot."
                        .formatted(
                                person.name(),
                                person.username().map(" (@%s)"::formatted).orElse(""),
                                person.id()));
        String number = Integer.toString(LOWEST + random.nextInt(NUMBERS));
        String words =
                Phrases.in(spoken(person)).text(SetupPhrase.NUMBER, Arg.arg("number", number));
        if (!tell(person, words)) {
            questions.say("The bot cannot answer there; tap Start once more.");
            return false;
        }
        for (int left = TRIES; left > 0; left--) {
            String typed =
                    questions
                            .terminal()
                            .ask(
                                    "Is that you? Type the number that the bot has just sent there; n if it is somebody else: ");
            if (typed.equals(number)) {
                return true;
            }
            if (typed.toLowerCase(Locale.ROOT).matches("n|no")) {
                return false;
            }
            questions.say("That is not the number.");
        }
        return false;
    }

    private boolean tell(Greeting.Person person, String words) {
        return api.send(
                        new Outgoing(
                                person.id(),
                                Optional.empty(),
                                RichText.plain(words),
                                List.of(),
                                false))
                instanceof CallResult.Done<Integer>;
    }

    private Language language(Greeting.Person person) throws SetupEndedException {
        if (wishes.language().isPresent()) {
            return wishes.language().get();
        }
        String answer =
                questions.text(
                        "Language, en, de or ru",
                        spoken(person).name().toLowerCase(Locale.ROOT),
                        typed ->
                                of(typed).isPresent()
                                        ? Optional.empty()
                                        : Optional.of("Pikett speaks en, de and ru"));
        return of(answer).orElse(Language.EN);
    }

    private Language spoken(Greeting.Person person) {
        return wishes.language()
                .or(() -> person.language().flatMap(PeopleStep::of))
                .orElse(Language.EN);
    }

    /// @param text such as `de` or `de-CH`
    private static Optional<Language> of(String text) {
        return List.of(Language.values()).stream()
                .filter(language ->
                        text.toLowerCase(Locale.ROOT)
                                .matches(language.name().toLowerCase(Locale.ROOT) + "(-.*)?"))
                .findFirst();
    }

    /// A name that the configuration takes, out of one that people chose.
    static String suggested(String name, String otherwise) {
        String plain = name.toLowerCase(Locale.ROOT).split(" ")[0].replaceAll("[^a-z0-9_-]", "");
        return plain.isEmpty() || plain.length() > 40 || !plain.matches("[a-z0-9].*")
                ? otherwise
                : plain;
    }
}

package pikett.config.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.Role;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Reading;
import pikett.config.shape.Ruled;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Values;
import pikett.config.shape.YamlNode;

/// `people`: the only users whose commands and buttons count.
final class PeopleSection {
    /// Ids behind which anybody may be: anonymous admins of a group, Telegram's own service, channels.
    private static final Map<Long, String> NOBODY =
            Map.of(
                    1_087_968_824L, "anonymous admins of groups",
                    777_000L, "Telegram's own notices and forwarded channel posts",
                    136_817_688L, "people who write in the name of a channel");

    private static final String WAY_OUT =
            "write the person's own id; /whoami in a private chat tells it";

    private static final Key<Long> TELEGRAM =
            Key.required(
                            "telegram",
                            Scalars.unique(
                                    "Telegram id",
                                    Scalars.wholeNumber(
                                                    "a numeric user id such as 111222333",
                                                    -TelegramSection.LARGEST_ID,
                                                    TelegramSection.LARGEST_ID)
                                            .obeying(PeopleSection::personId)
                                            .described("minimum", 1)
                                            .described(
                                                    "not",
                                                    Map.of(
                                                            "enum",
                                                            NOBODY.keySet().stream()
                                                                    .sorted()
                                                                    .toList()))),
                            "The person's numeric user id; /whoami tells it. Names are never an identity.")
                    .example(111222333L);
    private static final Key<Role> ROLE =
            Key.required(
                    "role",
                    Scalars.oneOf(Role.class),
                    "viewer: read. operator: acknowledge, silence, restart, run. admin: all.");
    private static final Key<Optional<Language>> LANGUAGE =
            Key.optional(
                    "language",
                    Scalars.oneOf(Language.class),
                    "Language of answers to this person; without it that of the chat.");
    private static final Key<List<String>> SERVICES =
            Key.orElse(
                            "services",
                            new Listed<>(Scalars.namesOf(Kinds.SERVICE), 1),
                            List.of(),
                            "The only services this person may act on; `*` stands for any text. A runbook"
                                    + " must be about these alone and run no commands. Without it the role"
                                    + " alone decides.")
                    .example(List.of("api-*"));

    private static final Section<PersonConfig> PERSON =
            Section.<PersonConfig>of(
                            "A person whom the bot obeys.",
                            values ->
                                    new PersonConfig(
                                            values.get(TELEGRAM),
                                            values.get(ROLE),
                                            values.get(LANGUAGE),
                                            values.get(SERVICES)),
                            TELEGRAM,
                            ROLE,
                            LANGUAGE,
                            SERVICES)
                    .checking(PeopleSection::tellApart);

    static final Key<Map<String, PersonConfig>> KEY =
            Key.required(
                    "people",
                    new Ruled<>(new Named<>(Kinds.PERSON, PERSON), PeopleSection::checkAdmin),
                    "The only users whose commands and buttons count, each under a name of your own.");

    private PeopleSection() {}

    private static void tellApart(Values values, Reading reading) {
        if (values.get(ROLE).atLeast(Role.ADMIN)) {
            reading.declareAlso(Kinds.ADMIN);
        }
    }

    private static void checkAdmin(
            Map<String, PersonConfig> people, YamlNode node, Reading reading) {
        if (people.isEmpty()) {
            reading.problem(
                    node.at(),
                    "nobody is listed, so the bot would obey nobody",
                    "list at least yourself, with the role admin");
        } else if (people.values().stream().noneMatch(PeopleSection::isAdmin)) {
            reading.problem(
                    node.at(),
                    "nobody has the role admin",
                    "give it to somebody; only an admin can lift a blocked login");
        }
    }

    private static boolean isAdmin(PersonConfig person) {
        return person.role().atLeast(Role.ADMIN);
    }

    private static Parsed<Long> personId(long id) {
        if (id <= 0) {
            return Parsed.bad("a person's id is never negative or 0", WAY_OUT);
        }
        String who = NOBODY.get(id);
        return who == null
                ? Parsed.good(id)
                : Parsed.bad(
                        "%d is not a person: Telegram uses it for %s".formatted(id, who), WAY_OUT);
    }
}

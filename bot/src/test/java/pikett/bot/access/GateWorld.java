package pikett.bot.access;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pikett.config.ChatConfig;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.Role;

/// The people that the tests of this package know.
final class GateWorld {
    static final long BOT = 999;
    static final long ANNA = 111;
    static final long ARSEN = 222;
    static final long LENA = 333;

    /// Two entries claim this id, so it is nobody's.
    static final long TWINS = 555;

    static final Map<String, PersonConfig> PEOPLE =
            Map.of(
                    // Nobody should list these; if somebody does, they are denied all the same.
                    "ourselves", person(BOT, Role.ADMIN),
                    "anonymous", person(1_087_968_824, Role.ADMIN),
                    "channel", person(136_817_688, Role.ADMIN),
                    "telegram", person(777_000, Role.ADMIN),
                    "anna", person(ANNA, Role.ADMIN),
                    "arsen", person(ARSEN, Role.OPERATOR, "ai-admin-*", "*-worker", "a.c"),
                    "lena", person(LENA, Role.VIEWER),
                    "castor", person(TWINS, Role.ADMIN),
                    "pollux", person(TWINS, Role.ADMIN));

    private GateWorld() {}

    static PersonConfig person(String name) {
        return Objects.requireNonNull(PEOPLE.get(name));
    }

    static ChatConfig chat(long id) {
        return new ChatConfig(
                id, Optional.empty(), Language.EN, ZoneId.of("UTC"), Optional.empty());
    }

    private static PersonConfig person(long id, Role role, String... services) {
        return new PersonConfig(id, role, Optional.empty(), List.of(services));
    }
}

package pikett.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.Role;

final class RightsTest {
    @ParameterizedTest
    @CsvSource({
        "arsen, ai-admin-api, true",
        "arsen, ai-admin-, true",
        "arsen, messages-worker, true",
        "arsen, -worker, true",
        "arsen, a.c, true",
        "arsen, abc, false",
        "arsen, ai-admin, false",
        "arsen, xai-admin-api, false",
        "arsen, messages-worker-2, false",
        "arsen, AI-ADMIN-API, false",
        "anna, anything, true",
        "lena, ai-admin-api, false"
    })
    void thePatternsOfAPersonLimitWhatMayBeActedOn(String name, String service, boolean may) {
        assertThat(Rights.may(person(name), Role.OPERATOR, service)).isEqualTo(may);
    }

    @Test
    void theReasonIsNamed() {
        assertThat(Rights.refusal(person("lena"), "restart", Role.OPERATOR, "api"))
                .contains(new Verdict.NotPermitted(person("lena"), "restart", Role.OPERATOR));
        assertThat(Rights.refusal(person("arsen"), "restart", Role.OPERATOR, "caddy"))
                .contains(new Verdict.NotYourService(person("arsen"), "caddy"));
        assertThat(Rights.refusal(person("anna"), "restart", Role.ADMIN, "caddy")).isEmpty();
    }

    private static Person person(String name) {
        return new Person(name, GateWorld.person(name));
    }
}

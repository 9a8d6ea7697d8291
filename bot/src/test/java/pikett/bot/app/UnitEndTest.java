package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.local.LocalShell;
import pikett.config.Severity;

final class UnitEndTest {
    private static final String UNIT = "pikett-test-of-a-unit-end.service";

    @TempDir private Path programs;

    @Test
    void what_systemd_hands_over_counts_and_not_what_the_unit_has_become_since() throws Exception {
        says("systemctl", "echo Result=success");

        UnitEnd end =
                end(
                        Map.of(
                                "MONITOR_UNIT", UNIT,
                                "MONITOR_SERVICE_RESULT", "exit-code",
                                "MONITOR_EXIT_STATUS", "3",
                                "MONITOR_INVOCATION_ID", "0123456789abcdef0123456789abcdef"));

        assertThat(end.result()).isEqualTo("exit-code");
        assertThat(end.alert(Severity.CRITICAL, Map.of()).title())
                .isEqualTo(UNIT + ": exit-code 3");
        assertThat(end.alert(Severity.CRITICAL, Map.of()).over()).isFalse();
    }

    @Test
    void what_is_handed_over_of_another_unit_says_nothing() throws Exception {
        says("systemctl", "echo Result=success");

        UnitEnd end =
                end(
                        Map.of(
                                "MONITOR_UNIT", "another.service",
                                "MONITOR_SERVICE_RESULT", "exit-code"));

        assertThat(end.result()).isEqualTo("success");
    }

    @Test
    void a_machine_without_systemd_still_tells_of_the_unit() throws Exception {
        says("systemctl", "exit 127");
        says("journalctl", "exit 127");

        assertThat(end(Map.of()).alert(Severity.WARNING, Map.of()).title()).isEqualTo(UNIT);
    }

    /// A program that ends before anybody reads is the usual one.
    @RepeatedTest(30)
    void what_the_programs_say_is_read_to_its_end() throws Exception {
        says("systemctl", "printf 'Result=signal\\nExecMainStatus=9\\nInvocationID=0a1b\\n'");
        says("journalctl", "echo \"$*\"; echo no space");

        assertThat(end(Map.of()))
                .isEqualTo(
                        new UnitEnd(
                                UNIT,
                                "signal",
                                "9",
                                "--no-pager --output=cat --lines=40 _SYSTEMD_INVOCATION_ID=0a1b\n"
                                        + "no space"));
    }

    @Test
    void the_name_of_a_unit_is_one_argument_whatever_it_is() throws Exception {
        says("systemctl", "echo InvocationID=");
        says("journalctl", "for last; do :; done; echo \"$last\"");
        String name = "a';touch x;'$(id) \\x2d.service";

        UnitEnd end = UnitEnd.of(new LocalShell(List.of(programs), Map.of()), name, Map.of());

        assertThat(end.journal()).isEqualTo("--unit=" + name);
    }

    private UnitEnd end(Map<String, String> environment) {
        return UnitEnd.of(new LocalShell(List.of(programs), Map.of()), UNIT, environment);
    }

    private void says(String program, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(program), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

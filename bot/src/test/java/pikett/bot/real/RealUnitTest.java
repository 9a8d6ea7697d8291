package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What systemd itself says of the units that we ship.
@Tag("real")
class RealUnitTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /// Tenths of systemd's measure: 0 is the best, 100 a unit without any protection.
    private static final int MOST_EXPOSED = 13;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pikett.service", "pikett-onfailure@.service"})
    void it_is_understood_and_what_it_starts_is_there(String unit) throws IOException {
        Programs.Ended ended = analyze(unit, "verify");

        assertThat(ended).isEqualTo(new Programs.Ended(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pikett.service", "pikett-onfailure@.service"})
    void it_stays_well_protected(String unit) throws IOException {
        Programs.Ended ended =
                analyze(unit, "security", "--offline=true", "--threshold=" + MOST_EXPOSED);

        assertThat(ended.output()).contains("Overall exposure level");
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    private Programs.Ended analyze(String unit, String... arguments) throws IOException {
        String shipped = Files.readString(CHECKOUT.resolve("systemd").resolve(unit));
        Path here =
                Files.writeString(
                        folder.resolve(unit),
                        shipped.replace("/opt/pikett/", CHECKOUT.resolve("target/pikett") + "/"));
        List<String> command = new ArrayList<>(List.of("systemd-analyze"));
        command.addAll(List.of(arguments));
        command.add(here.toString());
        return Programs.run(Map.of(), command);
    }
}

package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What systemd itself says of the unit that we ship.
@Tag("real")
class RealUnitTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /// Tenths of systemd's measure: 0 is the best, 100 a unit without any protection.
    private static final int MOST_EXPOSED = 13;

    @TempDir Path folder;
    private Path unit;

    @BeforeEach
    void installHere() throws IOException {
        String shipped = Files.readString(CHECKOUT.resolve("systemd/pikett.service"));
        unit =
                Files.writeString(
                        folder.resolve("pikett.service"),
                        shipped.replace("/opt/pikett/", CHECKOUT + "/"));
    }

    @Test
    void it_is_understood_and_what_it_starts_is_there() {
        Programs.Ended ended = analyze("verify");

        assertThat(ended).isEqualTo(new Programs.Ended(0, ""));
    }

    @Test
    void it_stays_well_protected() {
        Programs.Ended ended = analyze("security", "--offline=true", "--threshold=" + MOST_EXPOSED);

        assertThat(ended.output()).contains("Overall exposure level");
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    private Programs.Ended analyze(String... arguments) {
        List<String> command = new ArrayList<>(List.of("systemd-analyze"));
        command.addAll(List.of(arguments));
        command.add(unit.toString());
        return Programs.run(Map.of(), command);
    }
}

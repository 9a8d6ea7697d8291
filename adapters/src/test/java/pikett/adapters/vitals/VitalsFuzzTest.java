package pikett.adapters.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Whatever a host prints when it is asked how it is: shares are shares, and counts can be counted to.
final class VitalsFuzzTest {
    @FuzzTest
    void vitals(byte[] printed) {
        String output = new String(printed, StandardCharsets.UTF_8);
        Vitals vitals = Vitals.read(output);
        vitals.uptime()
                .ifPresent(uptime -> assertThat(uptime).isGreaterThanOrEqualTo(Duration.ZERO));
        vitals.load().ifPresent(load -> assertThat(load).isFinite().isNotNegative());
        vitals.memoryUsed().ifPresent(used -> assertThat(used).isBetween(0.0, 1.0));
        vitals.cpus().ifPresent(cpus -> assertThat(cpus).isPositive());
        for (DiskUse disk : DiskUse.read(output)) {
            assertThat(disk.used()).isBetween(0.0, 1.0);
            assertThat(disk.mount()).startsWith("/").doesNotContain("\n");
        }
    }
}

package pikett.bot.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceBeatTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final long PID = 4711;

    @TempDir Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<Instant> outbox = new AtomicReference<>(START);
    private final AtomicReference<Instant> polling = new AtomicReference<>(START);
    private final AtomicBoolean stored = new AtomicBoolean(true);
    private final Map<String, String> environment = new HashMap<>();
    private Notified systemd;
    private ServiceBeat beat;

    @BeforeEach
    void open() {
        open(folder.resolve("notify").toString());
    }

    private void open(String address) {
        systemd = new Notified(address);
        environment.put("NOTIFY_SOCKET", address);
        environment.put("WATCHDOG_USEC", "60000000");
        beat =
                new ServiceBeat(
                        NotifySocket.of(environment, PID).orElseThrow(),
                        List.of(new Loop("outbox", outbox::get), new Loop("polling", polling::get)),
                        stored::get,
                        (InstantSource) now::get,
                        _ -> {});
    }

    @AfterEach
    void close() {
        systemd.close();
    }

    private void later(Duration time, boolean outboxGoes, boolean pollingGoes) {
        now.updateAndGet(before -> before.plus(time));
        if (outboxGoes) {
            outbox.set(now.get());
        }
        if (pollingGoes) {
            polling.set(now.get());
        }
        beat.round();
    }

    private void ready() {
        later(Duration.ofSeconds(1), true, true);
    }

    private long beats() {
        return systemd.lines().stream().filter("WATCHDOG=1"::equals).count();
    }

    @Test
    void it_is_ready_when_every_loop_has_gone_round() {
        later(Duration.ofSeconds(1), true, false);
        assertThat(systemd.lines()).isEmpty();

        later(Duration.ofSeconds(1), true, true);
        assertThat(systemd.lines()).containsExactly("READY=1", "STATUS=every loop goes round");
    }

    @Test
    void a_clock_that_is_put_back_during_the_start_does_not_keep_it_from_being_ready() {
        later(Duration.ofHours(-1), true, false);
        assertThat(systemd.lines()).isEmpty();

        later(Duration.ofSeconds(1), true, true);
        assertThat(systemd.lines()).containsExactly("READY=1", "STATUS=every loop goes round");
    }

    @Test
    void it_beats_only_while_every_loop_goes_round() {
        ready();
        later(Duration.ofSeconds(20), true, true);
        assertThat(beats()).isEqualTo(1);

        later(Duration.ofSeconds(20), true, false);
        assertThat(beats()).as("it may take its time").isEqualTo(2);
        later(Duration.ofSeconds(20), true, false);
        later(Duration.ofSeconds(20), true, false);
        assertThat(beats()).isEqualTo(2);
        assertThat(systemd.lines()).containsOnlyOnce("STATUS=polling is stuck");

        later(Duration.ofSeconds(1), true, true);
        assertThat(beats()).isEqualTo(3);
        assertThat(systemd.lines()).endsWith("STATUS=every loop goes round", "WATCHDOG=1");
    }

    @Test
    void while_the_database_refuses_a_new_start_would_not_help_for_a_while() {
        ready();
        stored.set(false);
        later(Duration.ofMinutes(1), false, true);
        later(Duration.ofMinutes(8), false, true);
        assertThat(beats()).isEqualTo(2);
        assertThat(systemd.lines()).containsOnlyOnce("STATUS=waiting for the database");

        later(Duration.ofMinutes(2), false, true);
        assertThat(beats()).as("the database's own thread may be what is stuck").isEqualTo(2);
    }

    @Test
    void it_says_that_it_ends_and_then_nothing_more() {
        ready();
        beat.stopping();
        later(Duration.ofSeconds(20), true, true);
        assertThat(systemd.lines())
                .endsWith("STOPPING=1", "STATUS=ending")
                .doesNotContain("WATCHDOG=1");
    }

    @Test
    void a_socket_without_a_file_is_reached_as_well() {
        systemd.close();
        open("@pikett-" + UUID.randomUUID());
        ready();
        assertThat(systemd.lines()).contains("READY=1");
    }

    @Test
    void a_socket_that_nobody_reads_any_more_hurts_nobody() {
        ready();
        systemd.close();
        later(Duration.ofSeconds(20), true, true);
        systemd = new Notified(folder.resolve("another").toString());
    }

    @Test
    void a_watchdog_that_is_meant_for_another_process_does_not_count() {
        assertThat(NotifySocket.of(environment, PID).orElseThrow().watchdog())
                .isEqualTo(Duration.ofMinutes(1));
        environment.put("WATCHDOG_PID", "1");
        assertThat(NotifySocket.of(environment, PID).orElseThrow().watchdog())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void where_nobody_listens_nothing_is_told() {
        assertThat(NotifySocket.of(Map.of(), PID)).isEmpty();
        assertThat(NotifySocket.of(Map.of("NOTIFY_SOCKET", "vsock:2:1234"), PID)).isEmpty();
    }
}

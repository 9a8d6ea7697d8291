package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.value;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.Dialer;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class PortProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Dialer here = new LocalDialer();

    @Test
    void aPortThatTakesTheConnectionIsWellAndIsLeftAtOnce() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Reading reading = read(here, open.getLocalPort());
            try (Socket peer = open.accept()) {
                peer.setSoTimeout(5_000);
                assertThat(peer.getInputStream().read()).as("the end of what we say").isEqualTo(-1);
            }
            assertThat(value(reading, "failed")).isEqualTo(flag(false));
            assertThat(Offering.number(reading, Name.of("latency"))).isBetween(0.0, 5.0);
            Offering.isKept(ProbeKind.TCP, Set.of(), reading);
        }
    }

    @Test
    void aClosedPortIsAFailureAndWhyIsSaid() throws IOException {
        int closed = Ports.closed();
        Reading reading = read(here, closed);
        assertThat(Offering.values(reading).byName()).containsOnlyKeys(Name.of("failed"));
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(((Reading.Known) reading).why().map(Reason::english))
                .contains("connection refused by 127.0.0.1:" + closed);
    }

    @Test
    void aHostThatIsNotReachedSaysNothingOfThePort() {
        Reading reading =
                new PortProbe(new Ports.SilentHost(), "127.0.0.1", 5432, InstantSource.fixed(NOW))
                        .read(NOW.plusMillis(300));
        assertThat(reading).isEqualTo(new Reading.Unknown(NOW, Ports.hostNotReached()));
    }

    @Test
    void whoeverConnectsGetsTheTimeThatIsLeft() {
        List<Duration> given = new ArrayList<>();
        Dialer noting =
                (_, _, timeout) -> {
                    given.add(timeout);
                    throw new ReasonedException(Reason.of(Cause.STOPPING));
                };
        assertThat(read(noting, 1)).isInstanceOf(Reading.Unknown.class);
        assertThat(given).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void anotherFailureIsSaidInTheWordsOfTheSystem() {
        Dialer odd =
                (_, _, _) -> {
                    throw new IOException("too many open files");
                };
        assertThat(((Reading.Known) read(odd, 1)).why().map(Reason::english))
                .contains("no connection to 127.0.0.1:1: too many open files");
    }

    @Test
    void whatIsGivenUpIsUnknown() {
        Dialer interrupted =
                (_, _, _) -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("closed");
                };
        Reading reading = read(interrupted, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(reading).isEqualTo(new Reading.Unknown(NOW, Reason.of(Cause.GIVEN_UP)));
    }

    private static Reading read(Dialer through, int port) {
        return new PortProbe(through, "127.0.0.1", port, InstantSource.fixed(NOW))
                .read(NOW.plusSeconds(5));
    }
}

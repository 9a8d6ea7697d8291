package pikett.bot.service;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where systemd hears how the service is (`sd_notify`): nobody listens unless it started us.
///
/// Safe for use by many threads.
public final class NotifySocket {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySocket.class);
    private static final long MICROS = 1_000;

    private final UnixDatagram socket;
    private final Duration watchdog;
    private boolean failed;

    private NotifySocket(UnixDatagram socket, Duration watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /// That of this process.
    ///
    /// @param environment of the process
    /// @param pid of the process: a watchdog may be meant for another
    public static Optional<NotifySocket> of(Map<String, String> environment, long pid) {
        String address = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new NotifySocket(new UnixDatagram(address), watchdog(environment, pid)));
        } catch (IllegalArgumentException e) {
            LOG.warn("the service manager is not told anything: NOTIFY_SOCKET: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Duration watchdog(Map<String, String> environment, long pid) {
        String meant = environment.getOrDefault("WATCHDOG_PID", Long.toString(pid));
        String micros = environment.getOrDefault("WATCHDOG_USEC", "0");
        return meant.equals(Long.toString(pid)) && micros.matches("[0-9]{1,15}")
                ? Duration.ofNanos(Long.parseLong(micros) * MICROS)
                : Duration.ZERO;
    }

    /// After what silence we are believed to be stuck; zero when nobody counts.
    Duration watchdog() {
        return watchdog;
    }

    /// Tells it; what cannot be told is logged once.
    ///
    /// @param lines such as `READY=1`
    synchronized void tell(String... lines) {
        int errno = socket.send(String.join("\n", lines));
        if (errno != 0 && !failed) {
            LOG.warn("the service manager cannot be told how we are errno={}", errno);
        }
        failed = errno != 0;
    }
}

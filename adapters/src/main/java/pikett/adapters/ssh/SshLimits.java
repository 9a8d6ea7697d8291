package pikett.adapters.ssh;

import java.time.Duration;

/// How long each part of an SSH conversation may take, and how much goes on at once.
///
/// @param dial until TCP is connected
/// @param keyExchange from then until the host has shown its key: banner and key exchange
/// @param login from then until it has let us in or not
/// @param channel until it has opened a channel, and until it has taken a command
/// @param keepAlive silence after which we ask whether it is still there; three times unanswered ends
///     the session
/// @param killGrace how long the far side waits between asking a program to end and making it
/// @param slack how much later than the far side's own end of time we stop waiting for it
/// @param idle after which an unused session is closed
/// @param channels how many commands run on a host at once: two less than OpenSSH's default allows
public record SshLimits(
        Duration dial,
        Duration keyExchange,
        Duration login,
        Duration channel,
        Duration keepAlive,
        Duration killGrace,
        Duration slack,
        Duration idle,
        int channels) {
    /// The limits that Pikett runs with.
    public static final SshLimits DEFAULT =
            new SshLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(10),
                    8);

    static final int KEEP_ALIVE_COUNT = 3;
}

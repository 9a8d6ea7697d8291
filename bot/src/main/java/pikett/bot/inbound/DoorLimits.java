package pikett.bot.inbound;

import java.time.Duration;

/// How much is let in.
///
/// @param bodyBytes the longest body
/// @param heldBytes of all bodies that are read or answered at one time. It is bytes that are counted and
///     not bodies, or a thousand senders that never end their first line would shut out everybody else
/// @param strangersBytes the same, of those who prove only by their body who they are; beside the others
/// @param callsAtOnce how many with a body are answered at one time
/// @param connections how many are open; more wait until one is closed
/// @param idle a connection on which nothing happens for so long is closed
/// @param grace what a sender may take for the head, and for the body before its pace counts
/// @param bytesPerSecond what a body must bring from then on, taken over all its time
public record DoorLimits(
        int bodyBytes,
        long heldBytes,
        long strangersBytes,
        int callsAtOnce,
        int connections,
        Duration idle,
        Duration grace,
        long bytesPerSecond) {
    public static final DoorLimits USUAL =
            new DoorLimits(
                    1024 * 1024,
                    32L * 1024 * 1024,
                    8L * 1024 * 1024,
                    128,
                    2_000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    16L * 1024);
}

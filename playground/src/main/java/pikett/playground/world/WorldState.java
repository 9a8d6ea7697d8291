package pikett.playground.world;

import java.util.List;

/// The world at a moment, for the panel beside the chat.
///
/// @param flooding whether jobs that fail are poured into the queue
/// @param restartHeals whether a restart makes a broken service healthy
public record WorldState(
        List<ServiceState> services, QueueState queue, boolean flooding, boolean restartHeals) {
    public WorldState {
        services = List.copyOf(services);
    }
}

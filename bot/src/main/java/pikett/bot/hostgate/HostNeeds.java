package pikett.bot.hostgate;

import java.util.List;

/// All that Pikett does on one host.
///
/// @param host its name in the configuration
/// @param allowed what it runs there
/// @param tunnels where it connects to from there
/// @param units the systemd units that it restarts
public record HostNeeds(
        String host, List<Allowed> allowed, List<Tunnel> tunnels, List<String> units) {
    public HostNeeds {
        allowed = List.copyOf(allowed);
        tunnels = List.copyOf(tunnels);
        units = List.copyOf(units);
    }
}

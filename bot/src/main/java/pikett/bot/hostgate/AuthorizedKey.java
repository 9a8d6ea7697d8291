package pikett.bot.hostgate;

import java.util.ArrayList;
import java.util.List;

/// The line for `authorized_keys` that lets a key do what the gate allows, and connect to where Pikett looks.
///
/// @param gate where the script lies on the host
/// @param key the public key
public record AuthorizedKey(HostNeeds needs, String gate, String key) {
    /// `port-forwarding` would let the key listen too; nobody is served by a port that only root may open.
    private static final String NO_LISTENING = "permitlisten=\"localhost:1\"";

    /// The whole line.
    public String line() {
        List<String> options = new ArrayList<>(List.of("restrict"));
        options.add("command=\"exec %s\"".formatted(gate));
        if (!needs.tunnels().isEmpty()) {
            options.add("port-forwarding");
            options.add(NO_LISTENING);
            needs.tunnels()
                    .forEach(tunnel -> options.add("permitopen=\"%s\"".formatted(tunnel.place())));
        }
        return String.join(",", options) + " " + key;
    }

    /// Whether the key may connect to anything from there.
    public boolean tunnels() {
        return !needs.tunnels().isEmpty();
    }
}

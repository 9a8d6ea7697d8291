package pikett.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where Pikett listens for HTTP, and who may bring alerts there.
///
/// @param address an address of this machine; loopback unless said otherwise
/// @param port 0 lets the system choose
/// @param sources of alerts from elsewhere, by name
public record InboundConfig(String address, int port, Map<String, SourceConfig> sources) {
    public InboundConfig {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /// Without sources.
    public InboundConfig(String address, int port) {
        this(address, port, Map.of());
    }

    /// Whether only this machine reaches it.
    public boolean isLoopback() {
        return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
    }
}

package pikett.config;

/// Where Pikett listens for HTTP.
///
/// @param address an address of this machine; loopback unless said otherwise
/// @param port 0 lets the system choose
public record InboundConfig(String address, int port) {}

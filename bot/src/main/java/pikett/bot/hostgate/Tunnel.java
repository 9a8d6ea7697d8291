package pikett.bot.hostgate;

/// Where Pikett connects to from a host.
///
/// @param address as Pikett says it: to OpenSSH `localhost` is another place than `127.0.0.1`
record Tunnel(String address, int port) implements Comparable<Tunnel> {
    /// As the options of a key write it.
    String place() {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    @Override
    public int compareTo(Tunnel other) {
        return place().compareTo(other.place());
    }
}

package pikett.adapters.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// The public key that a host shows.
///
/// @param type in known_hosts' notation, such as `ssh-ed25519`
/// @param base64 the key as on the wire
/// @param fingerprint `SHA256:…`, as ssh-keygen prints it
public record OfferedKey(String type, String base64, String fingerprint) {
    private static final int SSH_PORT = 22;

    /// The kinds of keys that hosts have, the best first.
    public static final List<String> TYPES =
            List.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa");

    /// What a file of known hosts has to say of a key.
    public enum Known {
        /// That it is this host's.
        YES,
        /// Nothing of this host.
        NO,
        /// That this host has another one.
        OTHERWISE
    }

    /// @param key as on the wire: it begins with its type
    static OfferedKey of(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        byte[] type = new byte[bytes.getInt()];
        bytes.get(type);
        return new OfferedKey(
                new String(type, StandardCharsets.US_ASCII),
                Base64.getEncoder().encodeToString(key),
                Fingerprint.of(key));
    }

    /// The line of known_hosts that says that the host has this key.
    public String line(String address, int port) {
        return place(address, port) + " " + type + " " + base64;
    }

    /// Whether the file lists it for the host.
    ///
    /// @throws IOException if there is such a file and it cannot be read
    public Known in(Path file, String address, int port) throws IOException {
        if (!Files.exists(file)) {
            return Known.NO;
        }
        List<KnownHosts.Entry> entries = KnownHosts.read(file).of(address, port);
        if (entries.isEmpty()) {
            return Known.NO;
        }
        return entries.stream()
                        .anyMatch(entry ->
                                !entry.revoked() && entry.fingerprint().equals(fingerprint))
                ? Known.YES
                : Known.OTHERWISE;
    }

    /// The host as known_hosts writes it.
    static String place(String address, int port) {
        return port == SSH_PORT ? address : "[" + address + "]:" + port;
    }
}

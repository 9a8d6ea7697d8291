package pikett.adapters.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.config.HostConfig;

/// The host keys that we were given for one host, as JSch asks for them: read-only, and a key that is
/// not among them is refused.
///
/// Made for one attempt to connect, and remembers what the host offered in it.
final class PinnedHostKeys implements HostKeyRepository {
    private static final List<String> DEFAULT_ALGORITHMS =
            List.of(
                    "ssh-ed25519",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "rsa-sha2-512",
                    "rsa-sha2-256");

    private final Set<String> accepted;
    private final Set<String> revoked;
    private final List<String> algorithms;
    private final Runnable onAccepted;
    private volatile @Nullable String refused;
    private volatile byte @Nullable [] refusedKey;

    private PinnedHostKeys(
            Set<String> accepted, Set<String> revoked, List<String> types, Runnable onAccepted) {
        this.accepted = accepted;
        this.revoked = revoked;
        this.algorithms = types.isEmpty() ? DEFAULT_ALGORITHMS : algorithms(types);
        this.onAccepted = onAccepted;
    }

    /// Accepts none, and asks for these kinds.
    ///
    /// @param types in known_hosts' notation; empty for all that we know
    static PinnedHostKeys none(List<String> types) {
        return new PinnedHostKeys(Set.of(), Set.of(), types, () -> {});
    }

    /// @param onAccepted called when the host has shown a key that we accept, before any login
    /// @throws IOException if the file of keys cannot be read
    static PinnedHostKeys of(HostConfig.Ssh host, Runnable onAccepted) throws IOException {
        return switch (host.trust()) {
            case HostConfig.Trust.Fingerprint(String sha256) ->
                    new PinnedHostKeys(Set.of(sha256), Set.of(), List.of(), onAccepted);
            case HostConfig.Trust.KnownHosts(var file) ->
                    of(KnownHosts.read(file).of(host.address(), host.port()), onAccepted);
        };
    }

    private static PinnedHostKeys of(List<KnownHosts.Entry> entries, Runnable onAccepted) {
        List<KnownHosts.Entry> good = entries.stream().filter(entry -> !entry.revoked()).toList();
        return new PinnedHostKeys(
                fingerprints(good),
                fingerprints(entries.stream().filter(KnownHosts.Entry::revoked).toList()),
                good.stream().map(KnownHosts.Entry::type).distinct().toList(),
                onAccepted);
    }

    private static Set<String> fingerprints(List<KnownHosts.Entry> entries) {
        return entries.stream()
                .map(KnownHosts.Entry::fingerprint)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A host has a key of each type and shows the one that is asked for first, so we ask for those
    /// that we can judge.
    private static List<String> algorithms(List<String> types) {
        return DEFAULT_ALGORITHMS.stream()
                .filter(algorithm ->
                        types.contains(algorithm)
                                || (algorithm.startsWith("rsa-") && types.contains("ssh-rsa")))
                .toList();
    }

    /// What to ask the host for, in JSch's notation.
    String hostKeyAlgorithms() {
        return String.join(",", algorithms);
    }

    /// Both fingerprints, once a key has been refused.
    Optional<Refusal.HostKeyMismatch> mismatch() {
        return Optional.ofNullable(refused)
                .map(key -> new Refusal.HostKeyMismatch(String.join(", ", accepted), key));
    }

    /// The key that was refused, as on the wire.
    Optional<byte[]> refusedKey() {
        return Optional.ofNullable(refusedKey);
    }

    @Override
    public int check(String host, byte[] key) {
        String offered = Fingerprint.of(key);
        if (!accepted.contains(offered) || revoked.contains(offered)) {
            refused = offered;
            refusedKey = key.clone();
            return accepted.isEmpty() ? NOT_INCLUDED : CHANGED;
        }
        onAccepted.run();
        return OK;
    }

    @Override
    public void add(HostKey key, @Nullable UserInfo user) {
        throw new UnsupportedOperationException("host keys are never learned");
    }

    @Override
    public void remove(String host, @Nullable String type) {
        throw new UnsupportedOperationException("host keys are never forgotten");
    }

    @Override
    public void remove(String host, @Nullable String type, byte @Nullable [] key) {
        throw new UnsupportedOperationException("host keys are never forgotten");
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "the configuration";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        return new HostKey[0];
    }
}

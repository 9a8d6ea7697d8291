package pikett.bot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.ssh.HostKeyScan;
import pikett.adapters.ssh.OfferedKey;
import pikett.adapters.ssh.SshLimits;
import pikett.bot.ownership.Ownership;
import pikett.bot.setup.HostKeys;
import pikett.bot.setup.Setup;
import pikett.bot.setup.Wishes;
import pikett.config.file.ThisProcess;

/// What the making of a configuration reaches.
final class InitGround {
    private InitGround() {}

    static Setup.Outside real(Wishes wishes) {
        Path known = wishes.output().resolveSibling("known_hosts");
        HostKeyScan scan = new HostKeyScan(new LocalDialer(), SshLimits.DEFAULT);
        return new Setup.Outside(
                (address, port, fingerprint) -> answer(scan, known, address, port, fingerprint),
                new ThisProcess(),
                InstantSource.system(),
                (endpoint, failure) ->
                        new LiveHops(new LocalDialer(), endpoint.proxyPlace()).telegram(failure),
                Ownership::of);
    }

    private static HostKeys.Answer answer(
            HostKeyScan scan, Path known, String address, int port, Optional<String> fingerprint) {
        HostKeyScan.Outcome best = scan.ask(address, port);
        if (fingerprint.isEmpty()) {
            return said(best, known, address, port);
        }
        if (best instanceof HostKeyScan.Outcome.NotShown) {
            return said(best, known, address, port);
        }
        // A host has a key of each kind and shows the best, which need not be the one that was
        // compared.
        return OfferedKey.TYPES.stream()
                .map(type -> scan.ask(address, port, type))
                .filter(outcome ->
                        outcome instanceof HostKeyScan.Outcome.Shown(OfferedKey key)
                                && key.fingerprint().equals(fingerprint.get()))
                .findFirst()
                .map(outcome -> said(outcome, known, address, port))
                .orElseGet(() -> another(best, fingerprint.get()));
    }

    private static HostKeys.Answer another(HostKeyScan.Outcome best, String wanted) {
        return new HostKeys.Answer.Nothing(
                best instanceof HostKeyScan.Outcome.Shown(OfferedKey key)
                        ? "it has not the key %s, but shows %s; compare once more, with the host itself"
                                .formatted(wanted, key.fingerprint())
                        : "it shows no key");
    }

    private static HostKeys.Answer said(
            HostKeyScan.Outcome outcome, Path known, String address, int port) {
        return switch (outcome) {
            case HostKeyScan.Outcome.NotShown(var why) ->
                    new HostKeys.Answer.Nothing(why.english());
            case HostKeyScan.Outcome.Shown(OfferedKey key) -> {
                try {
                    yield new HostKeys.Answer.Key(
                            key.type(),
                            key.fingerprint(),
                            key.line(address, port),
                            switch (key.in(known, address, port)) {
                                case YES -> HostKeys.Known.LISTED;
                                case NO -> HostKeys.Known.UNKNOWN;
                                case OTHERWISE -> HostKeys.Known.ANOTHER;
                            });
                } catch (IOException _) {
                    yield new HostKeys.Answer.Nothing(
                            known + " cannot be read; let this user read it");
                }
            }
        };
    }
}

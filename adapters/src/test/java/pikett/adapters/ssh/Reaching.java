package pikett.adapters.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.host.ShellResult;
import pikett.adapters.local.LocalShell;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.HostConfig;
import pikett.config.Secret;

/// Pikett's side of a test: hosts over a store in a folder, with a clock that only the test moves.
final class Reaching implements AutoCloseable {
    private final Store store;
    private final Hosts hosts;
    private final SettableClock clock;

    /// A clock that stands still until it is told otherwise.
    static final class SettableClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-11-21T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }
    }

    Reaching(Path folder, Map<String, HostConfig> configs, SshLimits limits) {
        this(folder, configs, limits, new SettableClock());
    }

    Reaching(Path folder, Map<String, HostConfig> configs, SshLimits limits, SettableClock clock) {
        this.clock = clock;
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        hosts = new Hosts(configs, new LocalShell(), new LoginBreaker(store, clock), clock, limits);
    }

    /// One host with the name `prod-1`.
    static Reaching one(Path folder, HostConfig config) {
        return new Reaching(folder, Map.of("prod-1", config), SshLimits.DEFAULT);
    }

    Host host(String name) {
        Host host = hosts.all().get(name);
        if (host == null) {
            throw new IllegalArgumentException(name);
        }
        return host;
    }

    ShellResult run(String... arguments) {
        return runOn("prod-1", arguments);
    }

    ShellResult runOn(String host, String... arguments) {
        return host(host).shell().run(Command.of(Duration.ofSeconds(30), arguments));
    }

    Hosts hosts() {
        return hosts;
    }

    SettableClock clock() {
        return clock;
    }

    void closeStore() {
        store.close();
    }

    @Override
    public void close() {
        hosts.close();
        store.close();
    }
}

package pikett.adapters.ssh;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.Dialer;
import pikett.adapters.host.Host;
import pikett.adapters.host.Shell;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.local.LocalShell;
import pikett.config.HostConfig;

/// All hosts of a configuration, each with its shell and its dialer.
///
/// Nothing is connected until it is needed. Safe for use by many threads.
public final class Hosts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Hosts.class);
    private static final long IDLE_CHECK_SECONDS = 30;

    private final SecureRandom random = new SecureRandom();
    private final Shell local;
    private final LoginBreaker breaker;
    private final InstantSource clock;
    private final SshLimits limits;
    private final Set<SshConnection> left = ConcurrentHashMap.newKeySet();
    private volatile Planned now;
    private final ScheduledExecutorService idleCheck =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ssh-idle").factory());

    /// The hosts of one configuration. Those that are the same in the one before are the same objects, with
    /// their connections.
    ///
    public static final class Planned {
        private final Map<String, HostConfig> configs;
        private final Map<String, Host> all;
        private final Map<String, SshConnection> connections;

        private Planned(
                Map<String, HostConfig> configs,
                Map<String, Host> all,
                Map<String, SshConnection> connections) {
            this.configs = Map.copyOf(configs);
            this.all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
            this.connections = Map.copyOf(connections);
        }

        /// Every host by its name, in the configuration's order.
        public Map<String, Host> all() {
            return all;
        }
    }

    /// @param configs by name; a jump host is another name of the same map
    /// @param local the shell of the machine itself
    /// @throws IllegalArgumentException for a jump host that is unknown, local, or leads in a circle:
    ///     the configuration's own checks say so earlier and better
    public Hosts(
            Map<String, HostConfig> configs,
            Shell local,
            LoginBreaker breaker,
            InstantSource clock,
            SshLimits limits) {
        this.local = local;
        this.breaker = breaker;
        this.clock = clock;
        this.limits = limits;
        this.now = new Planned(Map.of(), Map.of(), Map.of());
        this.now = plan(configs);
        ScheduledFuture<?> _ =
                idleCheck.scheduleWithFixedDelay(
                        this::endIdleSessions,
                        IDLE_CHECK_SECONDS,
                        IDLE_CHECK_SECONDS,
                        TimeUnit.SECONDS);
    }

    /// Another configuration's hosts, beside those of now. Connects nothing and changes nothing.
    ///
    /// @throws IllegalArgumentException as the constructor
    public Planned plan(Map<String, HostConfig> configs) {
        Wiring wiring = new Wiring(configs, now);
        Map<String, Host> hosts = new LinkedHashMap<>();
        configs.forEach((name, config) -> hosts.put(name, wiring.host(name, config)));
        return new Planned(configs, hosts, wiring.connections);
    }

    /// From now on these are the hosts. What still uses another one may do so to its end; its session ends when
    /// nobody has used it for a while.
    public void become(Planned next) {
        Set<SshConnection> gone = new HashSet<>(now.connections.values());
        gone.removeAll(next.connections.values());
        left.addAll(gone);
        now = next;
    }

    /// With the usual limits and the plain shell of this machine.
    public Hosts(Map<String, HostConfig> configs, LoginBreaker breaker, InstantSource clock) {
        this(configs, new LocalShell(), breaker, clock, SshLimits.DEFAULT);
    }

    /// Every host by its name, in the configuration's order.
    public Map<String, Host> all() {
        return now.all;
    }

    /// Ends the pause in logins to a host. For a person with the admin role.
    ///
    /// @return whether there was a failed login to forget
    /// @throws IllegalArgumentException if there is no such SSH host
    public boolean liftLoginPause(String host) {
        SshConnection connection = now.connections.get(host);
        if (connection == null) {
            throw new IllegalArgumentException("no SSH host " + host);
        }
        return connection.liftLoginPause();
    }

    /// The hosts that are reached over SSH.
    public Set<String> overSsh() {
        return now.connections.keySet();
    }

    /// Until when no login is made to an SSH host; empty where one may be made.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when that could not be read
    /// @throws IllegalArgumentException if there is no such SSH host
    public Optional<Instant> loginPause(String host) {
        SshConnection connection = now.connections.get(host);
        if (connection == null) {
            throw new IllegalArgumentException("no SSH host " + host);
        }
        return connection.loginPause();
    }

    /// Ends the sessions that nobody has used for a while; done by itself every half minute.
    void endIdleSessions() {
        for (SshConnection connection : everyConnection()) {
            try {
                connection.endIfIdle();
            } catch (RuntimeException bug) {
                // The executor would never call again.
                log.error("idle session not ended", bug);
            }
        }
    }

    /// Ends all sessions at once; commands that run there become unknown.
    @Override
    public void close() {
        idleCheck.shutdownNow();
        everyConnection().forEach(SshConnection::close);
    }

    private Set<SshConnection> everyConnection() {
        Set<SshConnection> all = new HashSet<>(now.connections.values());
        all.addAll(left);
        return all;
    }

    /// Makes hosts and their connections, those that others lead through first.
    private final class Wiring {
        private final Map<String, HostConfig> configs;
        private final Planned before;
        private final Map<String, SshConnection> connections = new LinkedHashMap<>();

        Wiring(Map<String, HostConfig> configs, Planned before) {
            this.configs = configs;
            this.before = before;
        }

        Host host(String name, HostConfig config) {
            Host known = before.all.get(name);
            return switch (config) {
                case HostConfig.Local() ->
                        known != null && config.equals(before.configs.get(name))
                                ? known
                                : new Host(name, local, new LocalDialer());
                case HostConfig.Ssh _ -> {
                    SshConnection connection = connect(name, 0);
                    yield known != null && connection.equals(before.connections.get(name))
                            ? known
                            : new Host(
                                    name,
                                    new SshShell(connection, random),
                                    new SshDialer(connection));
                }
            };
        }

        private SshConnection connect(String name, int depth) {
            SshConnection known = connections.get(name);
            if (known != null) {
                return known;
            }
            if (depth > configs.size() || !(configs.get(name) instanceof HostConfig.Ssh ssh)) {
                throw new IllegalArgumentException("the jump hosts lead to no SSH host: " + name);
            }
            Optional<SshConnection> jump = ssh.jump().map(other -> connect(other, depth + 1));
            SshConnection made =
                    same(name, ssh, jump)
                            .orElseGet(() ->
                                    new SshConnection(
                                            new SshTarget(name, ssh),
                                            jump.<Dialer>map(SshDialer::new)
                                                    .orElseGet(LocalDialer::new),
                                            breaker,
                                            limits,
                                            clock));
            connections.put(name, made);
            return made;
        }

        /// The connection of before, if it leads to the same host in the same way.
        private Optional<SshConnection> same(
                String name, HostConfig.Ssh ssh, Optional<SshConnection> jump) {
            boolean sameWay =
                    jump.isEmpty()
                            || jump.equals(ssh.jump().map(other -> before.connections.get(other)));
            return ssh.equals(before.configs.get(name)) && sameWay
                    ? Optional.ofNullable(before.connections.get(name))
                    : Optional.empty();
        }
    }
}

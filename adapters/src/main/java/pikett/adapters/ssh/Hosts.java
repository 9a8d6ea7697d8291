package pikett.adapters.ssh;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Map<String, SshConnection> connections = new LinkedHashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final ScheduledExecutorService idleCheck =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ssh-idle").factory());

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
        SecureRandom random = new SecureRandom();
        for (String name : configs.keySet()) {
            Host host =
                    switch (configs.get(name)) {
                        case null -> throw new IllegalArgumentException("no host " + name);
                        case HostConfig.Local() -> new Host(name, local, new LocalDialer());
                        case HostConfig.Ssh _ -> {
                            SshConnection connection =
                                    new Wiring(configs, breaker, clock, limits).connect(name, 0);
                            yield new Host(
                                    name,
                                    new SshShell(connection, random),
                                    new SshDialer(connection));
                        }
                    };
            hosts.put(name, host);
        }
        ScheduledFuture<?> _ =
                idleCheck.scheduleWithFixedDelay(
                        this::endIdleSessions,
                        IDLE_CHECK_SECONDS,
                        IDLE_CHECK_SECONDS,
                        TimeUnit.SECONDS);
    }

    /// With the usual limits and the plain shell of this machine.
    public Hosts(Map<String, HostConfig> configs, LoginBreaker breaker, InstantSource clock) {
        this(configs, new LocalShell(), breaker, clock, SshLimits.DEFAULT);
    }

    /// Every host by its name, in the configuration's order.
    public Map<String, Host> all() {
        return Collections.unmodifiableMap(hosts);
    }

    /// Ends the pause in logins to a host. For a person with the admin role.
    ///
    /// @return whether there was a failed login to forget
    /// @throws IllegalArgumentException if there is no such SSH host
    public boolean liftLoginPause(String host) {
        SshConnection connection = connections.get(host);
        if (connection == null) {
            throw new IllegalArgumentException("no SSH host " + host);
        }
        return connection.liftLoginPause();
    }

    /// Ends the sessions that nobody has used for a while; done by itself every half minute.
    void endIdleSessions() {
        for (SshConnection connection : connections.values()) {
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
        connections.values().forEach(SshConnection::close);
    }

    /// Makes connections, those that others lead through first.
    private final class Wiring {
        private final Map<String, HostConfig> configs;
        private final LoginBreaker breaker;
        private final InstantSource clock;
        private final SshLimits limits;

        Wiring(
                Map<String, HostConfig> configs,
                LoginBreaker breaker,
                InstantSource clock,
                SshLimits limits) {
            this.configs = configs;
            this.breaker = breaker;
            this.clock = clock;
            this.limits = limits;
        }

        SshConnection connect(String name, int depth) {
            SshConnection known = connections.get(name);
            if (known != null) {
                return known;
            }
            if (depth > configs.size() || !(configs.get(name) instanceof HostConfig.Ssh ssh)) {
                throw new IllegalArgumentException("the jump hosts lead to no SSH host: " + name);
            }
            SshTarget target = new SshTarget(name, ssh);
            SshConnection made =
                    new SshConnection(
                            target,
                            ssh.jump()
                                    .<Dialer>map(jump -> new SshDialer(connect(jump, depth + 1)))
                                    .orElseGet(LocalDialer::new),
                            breaker,
                            limits,
                            clock);
            connections.put(name, made);
            return made;
        }
    }
}

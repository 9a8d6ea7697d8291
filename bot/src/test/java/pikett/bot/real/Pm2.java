package pikett.bot.real;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/// A PM2 with a daemon and a home of its own: `ai-admin-api` is well, `ai-admin-worker-v2` loops while
/// PM2 says *online*, `support` cannot start and is given up.
final class Pm2 implements AutoCloseable {
    static final String HEALTHY = "ai-admin-api";
    static final String LOOPING = "ai-admin-worker-v2";
    static final String FAILING = "support";

    /// Six starts of a program in a row, on a machine that may be busy.
    private static final Duration UP_WITHIN = Duration.ofMinutes(4);

    private final Path home;
    private final Path pidFile = Programs.WORK.resolve("pids").resolve("pm2");

    /// @param healthPort where the healthy service serves its health page
    Pm2(Path home, int healthPort) throws IOException {
        this.home = Files.createDirectories(home);
        Files.writeString(home.resolve("ecosystem.config.json"), ecosystem(healthPort));
        pm2("start", home.resolve("ecosystem.config.json").toString());
        Files.createDirectories(pidFile.getParent());
        Files.copy(home.resolve("pm2.pid"), pidFile);
        // From here on the loop is one by any measure, and the failing one is given up.
        try {
            await().atMost(UP_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> restarts(LOOPING) >= 6 && status(FAILING).equals("errored"));
        } catch (ConditionTimeoutException e) {
            // Its daemon would stay.
            close();
            throw e;
        }
    }

    private static String ecosystem(int healthPort) {
        return """
        { "apps": [
          { "name": "%s", "script": "%s/healthy.cjs",
            "env": { "PORT": "%d", "STRIPE_KEY": "%s", "LOG_CANARY": "%s" } },
          { "name": "%s", "script": "%s/looping.cjs", "min_uptime": 500,
            "env": { "STRIPE_KEY": "%s" } },
          { "name": "%s", "script": "%s/failing.cjs", "max_restarts": 3 } ] }
        """
                .formatted(
                        HEALTHY,
                        Programs.SOURCES,
                        healthPort,
                        Canary.ENVIRONMENT.value(),
                        Canary.LOG.value(),
                        LOOPING,
                        Programs.SOURCES,
                        Canary.ENVIRONMENT.value(),
                        FAILING,
                        Programs.SOURCES);
    }

    /// What a command on the host needs in order to talk to this PM2.
    static Map<String, String> environment(Path home) {
        return Map.of("PM2_HOME", home.toString(), "PATH", bin() + ":" + System.getenv("PATH"));
    }

    private static Path bin() {
        return Programs.WORK.resolve("node_modules").resolve(".bin");
    }

    private String pm2(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = bin().resolve("pm2").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Programs.output(environment(home), command);
    }

    /// What `pm2 jlist` says of it at this moment.
    JsonNode listed(String name) {
        String printed = pm2("jlist");
        try {
            for (JsonNode process :
                    new ObjectMapper().readTree(printed.substring(printed.indexOf("[{")))) {
                if (process.path("name").asText().equals(name)) {
                    return process;
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("pm2 jlist printed no JSON", e);
        }
        throw new IllegalStateException("PM2 has no " + name);
    }

    int restarts(String name) {
        return listed(name).path("pm2_env").path("restart_time").asInt();
    }

    String status(String name) {
        return listed(name).path("pm2_env").path("status").asText();
    }

    /// For good: PM2 does not start it again.
    void stop(String name) {
        pm2("stop", name);
    }

    /// Also what is stopped.
    void start(String name) {
        pm2("start", name);
    }

    /// The log of its errors, as PM2 keeps it.
    String errors(String name) throws IOException {
        return Files.readString(
                Path.of(listed(name).path("pm2_env").path("pm_err_log_path").asText()));
    }

    @Override
    public void close() throws IOException {
        pm2("kill");
        Files.deleteIfExists(pidFile);
    }
}

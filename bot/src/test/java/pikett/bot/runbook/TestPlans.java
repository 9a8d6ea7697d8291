package pikett.bot.runbook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pikett.config.CheckTiming;
import pikett.config.ChecksConfig;
import pikett.config.HostConfig;
import pikett.config.InboundConfig;
import pikett.config.Language;
import pikett.config.NotifyConfig;
import pikett.config.PikettConfig;
import pikett.config.Role;
import pikett.config.RunbookConfig;
import pikett.config.RunbookConfig.Step;
import pikett.config.Secret;
import pikett.config.ServerConfig;
import pikett.config.ServiceConfig;
import pikett.config.StorageConfig;
import pikett.config.TelegramConfig;

/// A small configuration with something to run, and its plans.
final class TestPlans {
    private TestPlans() {}

    static PikettConfig config() {
        return new PikettConfig(
                new TelegramConfig(
                        new Secret("1:x"),
                        URI.create("http://127.0.0.1:1"),
                        Optional.empty(),
                        Map.of()),
                Map.of(),
                Map.of("prod-1", new HostConfig.Local()),
                Map.of(
                        "api",
                        new ServiceConfig(
                                "prod-1",
                                new ServiceConfig.Supervision.Pm2("api"),
                                Optional.empty(),
                                List.of(),
                                Duration.ofSeconds(60))),
                Map.of(),
                new ChecksConfig(
                        Map.of(),
                        new CheckTiming(
                                new CheckTiming.Rhythm.Every(Duration.ofSeconds(30)),
                                Duration.ZERO,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10)),
                        Map.of()),
                Map.of(),
                Map.of("slow", slowRunbook(), "redis", redisRunbook(), "company", company()),
                new NotifyConfig(
                        List.of("service", "queue", "host"),
                        Duration.ofSeconds(5),
                        Duration.ofHours(2),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Optional.empty()),
                Map.of(),
                new StorageConfig(
                        new Secret("jdbc:sqlite:x"),
                        new StorageConfig.Retention(Duration.ofDays(30), Duration.ofDays(400))),
                new InboundConfig("127.0.0.1", 0),
                new ServerConfig(true, true),
                Optional.empty());
    }

    static Plan restart() {
        return planned(new Planner(config()).restart("api"));
    }

    static Plan slow() {
        return planned(new Planner(config()).runbook("slow", List.of()));
    }

    static Plan dangerous() {
        return planned(new Planner(config()).runbook("redis", List.of()));
    }

    static Plan planned(Planner.Outcome outcome) {
        return ((Planner.Outcome.Planned) outcome).plan();
    }

    private static RunbookConfig slowRunbook() {
        return runbook("Slow", Role.OPERATOR, 1, Map.of(), List.of(), run("sleep", "60"));
    }

    private static RunbookConfig redisRunbook() {
        return runbook(
                "Clear the stuck queue",
                Role.ADMIN,
                2,
                Map.of(),
                List.of(run("backup")),
                run("redis-cli", "DEL", "x"));
    }

    private static RunbookConfig company() {
        return runbook(
                "Restore one company",
                Role.OPERATOR,
                1,
                Map.of(
                        "id",
                        new RunbookConfig.Parameter(
                                Pattern.compile("[0-9a-z-]{1,9}"), Optional.of("962302"))),
                List.of(),
                run("recovery", "company", "{id}", "id={id}"));
    }

    private static Step run(String... command) {
        return new Step.Run(List.of(command), "prod-1", Duration.ofSeconds(90));
    }

    private static RunbookConfig runbook(
            String title,
            Role role,
            int people,
            Map<String, RunbookConfig.Parameter> parameters,
            List<Step> before,
            Step step) {
        return new RunbookConfig(
                Map.of(Language.EN, title),
                role,
                true,
                people,
                parameters,
                before,
                List.of(step),
                List.of());
    }
}

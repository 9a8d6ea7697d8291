package pikett.bot.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pikett.alerts.digest.Edition;
import pikett.alerts.digest.Editions;
import pikett.alerts.incident.Chat;
import pikett.alerts.outbox.Destination;
import pikett.alerts.scheduler.CatchUp;
import pikett.alerts.scheduler.Chore;
import pikett.alerts.scheduler.CronTimes;
import pikett.config.DigestConfig;

/// The digests of the configuration, as chores.
final class DigestWiring {
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final Map<String, DigestConfig> digests;
    private final Map<String, Chat> chats;
    private final Editions editions;

    /// @param chats those who can be told, by name
    DigestWiring(Map<String, DigestConfig> digests, Map<String, Chat> chats, Editions editions) {
        this.digests = digests;
        this.chats = chats;
        this.editions = editions;
    }

    List<Chore> chores() {
        return digests.entrySet().stream()
                .map(digest -> chore(digest.getKey(), digest.getValue()))
                .toList();
    }

    private Chore chore(String name, DigestConfig digest) {
        Edition edition =
                new Edition(
                        name,
                        digest.over(),
                        digest.timeZone(),
                        digest.onlyWhen() == DigestConfig.OnlyWhen.ALWAYS,
                        destinations(digest));
        return new Chore(
                "digest:" + name,
                new CronTimes(digest.cron(), digest.timeZone()),
                CatchUp.ONCE,
                AT_MOST,
                new Chore.Work.InTransaction(
                        (transaction, at) -> editions.post(transaction, edition, at)));
    }

    private List<Destination> destinations(DigestConfig digest) {
        return digest.to().stream().map(chats::get).filter(Objects::nonNull).map(Chat::to).toList();
    }
}

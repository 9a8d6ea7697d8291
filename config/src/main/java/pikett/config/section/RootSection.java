package pikett.config.section;

import java.util.Map;
import pikett.config.HostConfig;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;
import pikett.config.TelegramConfig;
import pikett.config.shape.Key;
import pikett.config.shape.Reading;
import pikett.config.shape.Section;
import pikett.config.shape.Values;

/// The whole file.
public final class RootSection {
    private static final Key<TelegramConfig> TELEGRAM =
            Key.required("telegram", TelegramSection.SHAPE, "The bot's account and its chats.");

    /// How the whole file is written.
    public static final Section<PikettConfig> SHAPE =
            Section.of(
                            "The configuration of Pikett.",
                            RootSection::build,
                            TELEGRAM,
                            PeopleSection.KEY,
                            HostSection.KEY,
                            ServiceSection.KEY,
                            QueueSection.KEY,
                            RunbookSection.KEY,
                            NotifySection.KEY,
                            DigestSection.KEY,
                            StorageSection.KEY,
                            ServerSections.INBOUND,
                            ServerSections.SERVER)
                    .notYet(
                            "checks",
                            "check-defaults",
                            "host-checks",
                            "heartbeats",
                            "on-call",
                            "escalations",
                            "auto-recover",
                            "objectives",
                            "outgoing-heartbeat")
                    .checking(RootSection::checkJumps)
                    .checking(RootSection::checkApprovals);

    private RootSection() {}

    private static void checkJumps(Values values, Reading reading) {
        Map<String, HostConfig> hosts = values.get(HostSection.KEY);
        hosts.forEach((name, host) -> {
            if (host instanceof HostConfig.Ssh ssh
                    && ssh.jump().map(hosts::get).orElse(host) instanceof HostConfig.Local) {
                reading.problem(
                        values.written().at("hosts", name, "jump"),
                        "hosts.%s.jump: a local host leads nowhere".formatted(name),
                        "remove the jump, or name a host with ssh");
            }
        });
    }

    private static void checkApprovals(Values values, Reading reading) {
        Map<String, PersonConfig> people = values.get(PeopleSection.KEY);
        values.get(RunbookSection.KEY)
                .forEach((name, runbook) -> {
                    long able = people.values().stream().filter(runbook::isOpenTo).count();
                    if (able < runbook.approveBy()) {
                        reading.problem(
                                values.written().at("runbooks", name, "approve-by"),
                                "runbooks.%s: %d must agree, but only %d of the listed people may"
                                        .formatted(name, runbook.approveBy(), able),
                                "ask for fewer, for a lower role, or list more people (who is bound to"
                                        + " services may not agree to `run` steps)");
                    }
                });
    }

    private static PikettConfig build(Values values) {
        return new PikettConfig(
                values.get(TELEGRAM),
                values.get(PeopleSection.KEY),
                values.get(HostSection.KEY),
                values.get(ServiceSection.KEY),
                values.get(QueueSection.KEY),
                values.get(RunbookSection.KEY),
                values.get(NotifySection.KEY),
                values.get(DigestSection.KEY),
                values.get(StorageSection.KEY),
                values.get(ServerSections.INBOUND),
                values.get(ServerSections.SERVER));
    }
}

package pikett.config.section;

import pikett.config.PikettConfig;
import pikett.config.TelegramConfig;
import pikett.config.shape.Key;
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
                            StorageSection.KEY,
                            ServerSections.INBOUND,
                            ServerSections.SERVER)
                    .notYet(
                            "checks",
                            "check-defaults",
                            "host-checks",
                            "heartbeats",
                            "notify",
                            "on-call",
                            "escalations",
                            "auto-recover",
                            "digests",
                            "objectives",
                            "outgoing-heartbeat");

    private RootSection() {}

    private static PikettConfig build(Values values) {
        return new PikettConfig(
                values.get(TELEGRAM),
                values.get(PeopleSection.KEY),
                values.get(HostSection.KEY),
                values.get(ServiceSection.KEY),
                values.get(QueueSection.KEY),
                values.get(RunbookSection.KEY),
                values.get(StorageSection.KEY),
                values.get(ServerSections.INBOUND),
                values.get(ServerSections.SERVER));
    }
}

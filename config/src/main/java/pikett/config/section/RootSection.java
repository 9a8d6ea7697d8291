package pikett.config.section;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import pikett.config.CheckTiming;
import pikett.config.ChecksConfig;
import pikett.config.Conditions;
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
                            CheckSection.KEY,
                            TimingSection.DEFAULTS,
                            HostChecksSection.USUAL,
                            HeartbeatSection.KEY,
                            RunbookSection.KEY,
                            NotifySection.KEY,
                            DigestSection.KEY,
                            StorageSection.KEY,
                            ServerSections.INBOUND,
                            ServerSections.SERVER,
                            ServerSections.BEAT)
                    .notYet("on-call", "escalations", "auto-recover", "objectives")
                    .checking(RootSection::checkJumps)
                    .checking(RootSection::checkApprovals)
                    .checking(RootSection::checkChannels)
                    .checking((values, reading) ->
                            HeartbeatSection.checkDoor(
                                    values,
                                    values.get(ServerSections.INBOUND),
                                    values.get(HeartbeatSection.KEY),
                                    reading))
                    .checking(
                            (values, reading) -> WindowRule.check(values, checks(values), reading));

    private RootSection() {}

    private static void checkJumps(Values values, Reading reading) {
        Map<String, HostConfig> hosts = hosts(values);
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

    private static void checkChannels(Values values, Reading reading) {
        Set<String> chats = values.get(TELEGRAM).chats().keySet();
        Set<String> people = values.get(PeopleSection.KEY).keySet();
        ChannelSection.checkNames(
                chats.isEmpty() ? people : chats,
                values.get(NotifySection.KEY).channels(),
                values,
                reading);
    }

    private static Map<String, HostConfig> hosts(Values values) {
        return each(values.get(HostSection.KEY), HostSection.Written::host);
    }

    private static ChecksConfig checks(Values values) {
        CheckTiming usual = values.get(TimingSection.DEFAULTS);
        Conditions forHosts = values.get(HostChecksSection.USUAL);
        return new ChecksConfig(
                each(values.get(CheckSection.KEY), written -> written.over(usual)),
                usual,
                each(values.get(HostSection.KEY), host -> host.checks().over(forHosts)));
    }

    /// What each entry stands for, in the same order.
    private static <A, B> Map<String, B> each(Map<String, A> written, Function<A, B> meaning) {
        Map<String, B> all = new LinkedHashMap<>();
        written.forEach((name, value) -> all.put(name, meaning.apply(value)));
        return Collections.unmodifiableMap(all);
    }

    private static PikettConfig build(Values values) {
        return new PikettConfig(
                values.get(TELEGRAM),
                values.get(PeopleSection.KEY),
                hosts(values),
                values.get(ServiceSection.KEY),
                values.get(QueueSection.KEY),
                checks(values),
                values.get(HeartbeatSection.KEY),
                values.get(RunbookSection.KEY),
                values.get(NotifySection.KEY),
                values.get(DigestSection.KEY),
                values.get(StorageSection.KEY),
                values.get(ServerSections.INBOUND),
                values.get(ServerSections.SERVER),
                values.get(ServerSections.BEAT));
    }
}

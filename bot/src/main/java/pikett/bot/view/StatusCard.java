package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// Every host and service that was asked for, what is not well first.
public final class StatusCard {
    /// So many services are shown each in a line of its own even when all are well.
    private static final int FEW = 20;

    private static final int SERVICES_WITH_BUTTONS = 3;
    private static final int BUTTON_NAME = 16;
    private static final int NAMED_CHATS = 3;

    private StatusCard() {}

    /// The card, complete or with hosts that are still asked.
    ///
    /// @param asked the name that the person asked for; empty for everything
    /// @param standing what stands beside the hosts; nothing where something particular was asked for
    public static Card of(
            Viewer viewer, List<HostPart> hosts, Optional<String> asked, Standing standing) {
        Phrases phrases = viewer.phrases();
        List<HostPart> sorted =
                hosts.stream()
                        .sorted(
                                Comparator.comparingInt(StatusCard::urgency)
                                        .reversed()
                                        .thenComparing(HostPart::name))
                        .toList();
        RichTextBuilder text = new RichTextBuilder();
        headline(text, phrases, sorted, standing);
        incidents(text, phrases, standing.incidents());
        undelivered(text, phrases, standing.undelivered());
        text.line();
        boolean few = services(sorted).count() <= FEW;
        for (HostPart host : sorted) {
            HostText.append(text, viewer, host);
            if (host.isAnswered()) {
                services(text, viewer, host, few);
            }
        }
        standing.heartbeats().append(text, phrases);
        text.line().say(phrases, StatusPhrase.AS_OF, arg("time", viewer.clock()));
        return new Card(text.build(), rows(viewer, sorted, asked), Optional.empty());
    }

    /// What is said when a login block was lifted.
    public static Card blockLifted(Phrases phrases, String host) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .say(
                                phrases,
                                StatusPhrase.BLOCK_LIFTED,
                                arg("host", CardLimits.cut(host, CardLimits.LABEL)));
        Button again = Buttons.primary(phrases.text(StatusPhrase.REFRESH), "status", host);
        return new Card(text.build(), List.of(List.of(again)), Optional.empty());
    }

    private static void headline(
            RichTextBuilder text, Phrases phrases, List<HostPart> hosts, Standing standing) {
        HeartbeatLines heartbeats = standing.heartbeats();
        long asking =
                hosts.stream().filter(host -> host.state() instanceof HostState.Asking).count();
        long notWell =
                hosts.stream()
                                .filter(HostPart::isAnswered)
                                .flatMap(host -> host.services().stream())
                                .filter(service -> !service.isWell())
                                .count()
                        + hosts.stream().filter(host -> !host.isAnswered()).count()
                        - asking
                        + heartbeats.notWell();
        if (hosts.isEmpty() && heartbeats.checks().isEmpty()) {
            text.sayBold(phrases, StatusPhrase.NOTHING_CONFIGURED).line();
        } else if (notWell > 0) {
            text.plain("🔴 ").count(phrases, StatusPhrase.NOT_WELL, notWell).line();
        } else if (asking == 0 && standing.incidents() == 0) {
            text.plain("✅ ").sayBold(phrases, StatusPhrase.ALL_WELL).line();
        }
        if (asking > 0) {
            text.plain("⏳ ").count(phrases, StatusPhrase.STILL_ASKING, asking).line();
        }
    }

    /// One line, and none when nothing is open.
    private static void incidents(RichTextBuilder text, Phrases phrases, long open) {
        if (open > 0) {
            text.plain("🚨 ")
                    .count(phrases, StatusPhrase.INCIDENTS_OPEN, open)
                    .plain(" · /alerts")
                    .line();
        }
    }

    /// One line, and none when everything arrives.
    private static void undelivered(
            RichTextBuilder text, Phrases phrases, Undelivered undelivered) {
        if (!undelivered.broken().isEmpty()) {
            text.say(phrases, StatusPhrase.BROKEN, arg("chats", names(undelivered.broken())));
        }
        if (undelivered.count() > 0) {
            text.plain(undelivered.broken().isEmpty() ? "" : " · ")
                    .count(
                            phrases,
                            StatusPhrase.UNDELIVERED,
                            undelivered.count(),
                            arg("chats", names(undelivered.chats())));
        }
        if (!undelivered.equals(Undelivered.NOTHING)) {
            text.plain(" · /digest").line();
        }
    }

    private static String names(List<String> chats) {
        String named =
                chats.stream()
                        .limit(NAMED_CHATS)
                        .map(StatusCard::shortened)
                        .collect(Collectors.joining(", "));
        int others = chats.size() - NAMED_CHATS;
        return others > 0 ? named + " +" + others : named;
    }

    private static void services(RichTextBuilder text, Viewer viewer, HostPart host, boolean few) {
        List<HostPart.ServiceLine> sorted =
                host.services().stream()
                        .sorted(
                                Comparator.comparingInt((HostPart.ServiceLine service) ->
                                                ServiceText.urgency(service.reading().state()))
                                        .reversed()
                                        .thenComparing(HostPart.ServiceLine::name))
                        .toList();
        sorted.stream()
                .filter(service -> few || !service.isWell())
                .forEach(service -> ServiceText.append(text, viewer, service));
        long well = sorted.stream().filter(HostPart.ServiceLine::isWell).count();
        if (!few && well > 0) {
            text.plain("🟢 ").count(viewer.phrases(), StatusPhrase.MORE_WELL, well).line();
        }
    }

    private static int urgency(HostPart host) {
        return switch (host.state()) {
            case HostState.Answered _ -> host.isWell() ? 0 : 3;
            case HostState.Asking _ -> 1;
            case HostState.Late _,
                    HostState.NotRead _,
                    HostState.Unreachable _,
                    HostState.Refused _ ->
                    2;
        };
    }

    private static Stream<HostPart.ServiceLine> services(List<HostPart> hosts) {
        return hosts.stream().flatMap(host -> host.services().stream());
    }

    private static List<List<Button>> rows(
            Viewer viewer, List<HostPart> hosts, Optional<String> asked) {
        Phrases phrases = viewer.phrases();
        List<List<Button>> rows = new ArrayList<>();
        Stream<HostPart.ServiceLine> worst =
                services(hosts.stream().filter(HostPart::isAnswered).toList())
                        .filter(service -> asked.isPresent() || !service.isWell())
                        .sorted(
                                Comparator.comparingInt((HostPart.ServiceLine service) ->
                                                ServiceText.urgency(service.reading().state()))
                                        .reversed());
        worst.limit(SERVICES_WITH_BUTTONS)
                .forEach(service -> rows.add(serviceButtons(viewer, service.name())));
        for (HostPart host : hosts) {
            if (viewer.isAdmin()
                    && host.state() instanceof HostState.Refused(Refusal.LoginBlocked _)) {
                rows.add(
                        List.of(
                                Buttons.types(
                                        phrases.text(
                                                StatusPhrase.LIFT_BLOCK,
                                                arg("host", shortened(host.name()))),
                                        "unblock",
                                        host.name())));
            }
        }
        String refresh = phrases.text(StatusPhrase.REFRESH);
        rows.add(
                List.of(
                        asked.map(name -> Buttons.types(refresh, "status", name))
                                .orElseGet(() -> Buttons.types(refresh, "status"))));
        return rows;
    }

    private static List<Button> serviceButtons(Viewer viewer, String service) {
        Phrases phrases = viewer.phrases();
        List<Button> row = new ArrayList<>();
        if (viewer.mayActOn(service)) {
            row.add(
                    Buttons.types(
                            phrases.text(StatusPhrase.RESTART, arg("name", shortened(service))),
                            "restart",
                            service));
        }
        row.add(
                Buttons.types(
                        phrases.text(StatusPhrase.LOGS, arg("name", shortened(service))),
                        "logs",
                        service));
        row.add(Buttons.types(phrases.text(StatusPhrase.HEALTH), "health", service));
        return row;
    }

    private static String shortened(String name) {
        return CardLimits.cut(name, BUTTON_NAME);
    }
}

package pikett.bot.inbound.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pikett.alerts.label.Labels;
import pikett.alerts.pipeline.AlertBoard;
import pikett.alerts.pipeline.AlertBoard.Standing;
import pikett.bot.inbound.Body;
import pikett.bot.inbound.Head;
import pikett.bot.inbound.Intake;
import pikett.bot.inbound.Page;
import pikett.bot.inbound.Source;

/// What fires, and how Prometheus tells it.
///
/// @param board shows it
/// @param intake takes it in
record AlertPages(AlertBoard board, Intake intake, ApiJson json, InstantSource clock) {
    private record Group(String chat, Labels labels) {}

    Page post(Source source, Body body) {
        Intake.Taken taken =
                intake.take(
                        source, () -> source.decoder().decodePosted(body.bytes(), clock.instant()));
        return switch (taken) {
            case Intake.Taken.Kept _ -> ApiPage.done();
            case Intake.Taken.Refused refused -> ApiPage.wrong(400, refused.why());
            case Intake.Taken.TooMany tooMany -> ApiPage.later(tooMany.after());
        };
    }

    Page list(Head head) {
        return filtered(head, this::list);
    }

    Page groups(Head head) {
        return filtered(head, this::groups);
    }

    private static Page filtered(Head head, Function<Asked.Filter, ArrayNode> answer) {
        return switch (Asked.of(head.parameters())) {
            case Asked.Wrong wrong -> ApiPage.wrong(400, wrong.why());
            case Asked.Filter filter -> ApiPage.of(answer.apply(filter));
        };
    }

    private List<Standing> passing(Asked.Filter filter) {
        return board.standing().stream().filter(filter::passes).toList();
    }

    private ArrayNode list(Asked.Filter filter) {
        Instant now = clock.instant();
        ArrayNode alerts = ApiJson.list();
        passing(filter).forEach(standing -> alerts.add(json.alert(standing, now)));
        return alerts;
    }

    /// One for each incident and each chat that hears of it.
    private ArrayNode groups(Asked.Filter filter) {
        Instant now = clock.instant();
        Map<Group, ArrayNode> groups = new LinkedHashMap<>();
        for (Standing standing : passing(filter)) {
            standing.chats().stream()
                    .filter(filter::hears)
                    .map(chat -> new Group(chat, standing.group()))
                    .forEach(group ->
                            groups.computeIfAbsent(group, _ -> ApiJson.list())
                                    .add(json.alert(standing, now)));
        }
        ArrayNode nodes = ApiJson.list();
        groups.forEach((group, alerts) -> {
            ObjectNode node = nodes.addObject();
            node.set("alerts", alerts);
            node.set("labels", json.labels(group.labels()));
            node.set("receiver", ApiJson.named(group.chat()));
        });
        return nodes;
    }

    Page receivers() {
        ArrayNode receivers = ApiJson.list();
        board.chats().forEach(chat -> receivers.add(ApiJson.named(chat)));
        return ApiPage.of(receivers);
    }
}

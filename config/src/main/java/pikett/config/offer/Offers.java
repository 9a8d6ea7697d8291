package pikett.config.offer;

import static pikett.config.offer.Offered.level;
import static pikett.config.offer.Offered.now;

import java.util.LinkedHashMap;
import java.util.Map;
import pikett.config.offer.Offered.Argument;

/// What the kinds of probes offer, in the order in which a person is told.
final class Offers {
    private static final Offer PROCESS = Offer.of(process());
    private static final Offer WEB = new Offer(web(), true, false);
    private static final Offer TCP = Offer.of(answer());
    private static final Offer HOST = Offer.of(host());
    private static final Offer QUEUE = Offer.of(queue());
    private static final Offer COMMAND = Offer.of(command());
    private static final Offer LOGS = Offer.of(logs());
    private static final Offer PROMETHEUS = Offer.of(prometheus());
    private static final Offer METRICS = new Offer(answer(), false, true);

    private Offers() {}

    static Offer of(ProbeKind kind) {
        return switch (kind) {
            case PROCESS -> PROCESS;
            case HEALTH, HTTP -> WEB;
            case TCP -> TCP;
            case HOST -> HOST;
            case QUEUE -> QUEUE;
            case COMMAND -> COMMAND;
            case LOGS -> LOGS;
            case PROMETHEUS -> PROMETHEUS;
            case METRICS -> METRICS;
        };
    }

    private static Map<String, Offered> answer() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("failed", now(ValueType.FLAG));
        values.put("latency", now(ValueType.TIME));
        return values;
    }

    private static Map<String, Offered> process() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("state", Offered.oneOf("up", "starting", "looping", "stopped", "failed"));
        values.put("down", now(ValueType.FLAG));
        values.put("looping", now(ValueType.FLAG));
        values.put("failed", now(ValueType.FLAG));
        values.put("restarts", level(ValueType.COUNT));
        values.put("uptime", now(ValueType.TIME));
        values.put("cpu", level(ValueType.SHARE));
        values.put("memory", level(ValueType.SIZE));
        values.put("exit", now(ValueType.COUNT));
        return values;
    }

    private static Map<String, Offered> web() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("status", now(ValueType.COUNT));
        values.put("latency", now(ValueType.TIME));
        values.put("body", now(ValueType.TEXT));
        values.put("header", now(ValueType.TEXT).of(Argument.HEADER));
        values.put("certificate", now(ValueType.TIME));
        values.put("failed", now(ValueType.FLAG));
        return values;
    }

    private static Map<String, Offered> host() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("unreachable", now(ValueType.FLAG).byItself());
        values.put("load", level(ValueType.LOAD));
        values.put("memory", level(ValueType.SHARE));
        values.put("disk", level(ValueType.SHARE).of(Argument.MOUNT));
        values.put("uptime", now(ValueType.TIME));
        values.put("cpus", now(ValueType.COUNT));
        return values;
    }

    private static Map<String, Offered> queue() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("waiting", level(ValueType.COUNT));
        values.put("active", level(ValueType.COUNT));
        values.put("delayed", level(ValueType.COUNT));
        values.put("prioritized", level(ValueType.COUNT));
        values.put("failed", level(ValueType.COUNT));
        values.put("completed", level(ValueType.COUNT));
        values.put("paused", now(ValueType.FLAG));
        values.put("oldest", now(ValueType.TIME));
        values.put("workers", level(ValueType.COUNT));
        return values;
    }

    private static Map<String, Offered> command() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("exit", now(ValueType.COUNT));
        values.put("stdout", now(ValueType.TEXT));
        values.put("number", level(ValueType.MEASURE).of(Argument.OUTPUT));
        values.put("age", now(ValueType.TIME).of(Argument.OUTPUT));
        values.put("latency", now(ValueType.TIME));
        values.put("failed", now(ValueType.FLAG));
        return values;
    }

    private static Map<String, Offered> logs() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("lines", now(ValueType.COUNT).of(Argument.PATTERN).summed());
        values.put("failed", now(ValueType.FLAG));
        return values;
    }

    private static Map<String, Offered> prometheus() {
        Map<String, Offered> values = new LinkedHashMap<>();
        values.put("value", level(ValueType.MEASURE));
        values.put("count", level(ValueType.COUNT));
        values.put("latency", now(ValueType.TIME));
        values.put("failed", now(ValueType.FLAG));
        return values;
    }
}

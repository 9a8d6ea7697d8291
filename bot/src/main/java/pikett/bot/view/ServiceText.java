package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.ArrayList;
import java.util.List;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Figures;
import pikett.bot.language.Phrases;

/// A service in a line: its true state first, then what a person asks next.
final class ServiceText {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 160;

    private ServiceText() {}

    static String icon(ProcessState state) {
        return switch (state) {
            case UP -> "🟢";
            case STARTING -> "🟡";
            case LOOPING, FAILED -> "🔴";
            case STOPPED -> "⚪";
            case UNKNOWN -> "❔";
        };
    }

    /// How much it asks to be looked at; more comes first.
    static int urgency(ProcessState state) {
        return switch (state) {
            case LOOPING -> 5;
            case FAILED -> 4;
            case STOPPED -> 3;
            case UNKNOWN -> 2;
            case STARTING -> 1;
            case UP -> 0;
        };
    }

    static void append(RichTextBuilder text, Viewer viewer, HostPart.ServiceLine service) {
        ProcessReading reading = service.reading();
        text.plain(icon(reading.state()) + " ").value(CardLimits.cut(service.name(), LONGEST_NAME));
        List<String> facts = facts(viewer, reading);
        text.plain(facts.isEmpty() ? "" : " · ").value(String.join(" · ", facts)).line();
        if (reading.state() != ProcessState.UP) {
            reading.reason()
                    .ifPresent(reason ->
                            text.plain("    ")
                                    .italic(CardLimits.cut(viewer.say(reason), LONGEST_REASON))
                                    .line());
        }
    }

    private static List<String> facts(Viewer viewer, ProcessReading reading) {
        Phrases phrases = viewer.phrases();
        Figures figures = phrases.figures();
        List<String> facts = new ArrayList<>();
        switch (reading.state()) {
            case UP -> {}
            case STARTING -> facts.add(phrases.text(StatusPhrase.STARTING));
            case LOOPING -> facts.add(phrases.text(StatusPhrase.LOOPING));
            case STOPPED -> facts.add(phrases.text(StatusPhrase.STOPPED));
            case FAILED -> facts.add(phrases.text(StatusPhrase.FAILED));
            case UNKNOWN -> facts.add(phrases.text(StatusPhrase.UNKNOWN));
        }
        reading.uptime()
                .ifPresent(uptime ->
                        facts.add(
                                phrases.text(
                                        StatusPhrase.UP_SINCE,
                                        arg("time", figures.duration(uptime)))));
        reading.restarts()
                .ifPresent(count -> facts.add(phrases.count(StatusPhrase.RESTARTS, count)));
        reading.restartsLately()
                .ifPresent(count -> {
                    if (count > 0) {
                        facts.add(phrases.count(StatusPhrase.RESTARTS_LATELY, count));
                    }
                });
        reading.cpuPercent()
                .ifPresent(cpu ->
                        facts.add(phrases.text(StatusPhrase.CPU, arg("n", figures.percent(cpu)))));
        reading.memoryBytes().ifPresent(bytes -> facts.add(figures.size(bytes)));
        reading.instances()
                .ifPresent(count -> {
                    if (count > 1) {
                        facts.add(phrases.count(StatusPhrase.INSTANCES, count));
                    }
                });
        if (reading.state() != ProcessState.UP) {
            reading.lastExit()
                    .ifPresent(exit ->
                            facts.add(
                                    phrases.text(
                                            StatusPhrase.LAST_EXIT,
                                            arg(
                                                    "exit",
                                                    CardLimits.cut(
                                                            viewer.say(exit), LONGEST_NAME)))));
        }
        return facts;
    }
}

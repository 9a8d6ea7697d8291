package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Instant;
import java.time.ZoneId;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Figures;
import pikett.bot.language.Phrases;

/// A host in a line, with the way out when we cannot get in.
final class HostText {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 160;

    private HostText() {}

    static void append(
            RichTextBuilder text, Phrases phrases, HostPart host, ZoneId zone, Instant now) {
        text.plain(icon(host.state()) + " ").bold(CardLimits.cut(host.name(), LONGEST_NAME));
        switch (host.state()) {
            case HostState.Asking _ -> text.plain(" · ").say(phrases, StatusPhrase.ASKING).line();
            case HostState.Answered answered -> vitals(text, phrases, answered);
            case HostState.Late(var after) ->
                    text.plain(" · ")
                            .say(
                                    phrases,
                                    StatusPhrase.LATE,
                                    arg("time", phrases.figures().duration(after)))
                            .line();
            case HostState.NotRead _ ->
                    text.plain(" · ").say(phrases, StatusPhrase.NOT_READ).line();
            case HostState.Unreachable(String reason) ->
                    text.plain(" · ")
                            .say(
                                    phrases,
                                    StatusPhrase.UNREACHABLE,
                                    arg("reason", CardLimits.cut(reason, LONGEST_REASON)))
                            .line();
            case HostState.Refused(Refusal refusal) -> refused(text, phrases, refusal, zone, now);
        }
    }

    private static String icon(HostState state) {
        return switch (state) {
            case HostState.Asking _ -> "⏳";
            case HostState.Answered _ -> "🖥";
            case HostState.Late _, HostState.NotRead _ -> "❔";
            case HostState.Unreachable _ -> "🔌";
            case HostState.Refused _ -> "⛔";
        };
    }

    private static void vitals(RichTextBuilder text, Phrases phrases, HostState.Answered answered) {
        Figures figures = phrases.figures();
        answered.uptime()
                .ifPresent(uptime ->
                        text.plain(" · ")
                                .say(
                                        phrases,
                                        StatusPhrase.HOST_UP,
                                        arg("time", figures.duration(uptime))));
        answered.load()
                .ifPresent(load ->
                        text.plain(" · ")
                                .say(
                                        phrases,
                                        StatusPhrase.HOST_LOAD,
                                        arg("n", figures.decimal(load))));
        answered.memoryPercent()
                .ifPresent(memory ->
                        text.plain(" · ")
                                .say(
                                        phrases,
                                        StatusPhrase.MEMORY,
                                        arg("n", figures.percent(memory))));
        text.line();
    }

    private static void refused(
            RichTextBuilder text, Phrases phrases, Refusal refusal, ZoneId zone, Instant now) {
        text.plain(" · ");
        switch (refusal) {
            case Refusal.LoginFailed(int failed) ->
                    text.count(phrases, StatusPhrase.LOGIN_FAILED, failed).line();
            case Refusal.LoginBlocked(Instant until) ->
                    text.say(
                                    phrases,
                                    StatusPhrase.LOGIN_BLOCKED,
                                    arg("time", phrases.figures().time(until, zone, now)))
                            .line()
                            .plain("    ")
                            .say(phrases, StatusPhrase.LOGIN_BLOCKED_WAY_OUT)
                            .line();
            case Refusal.HostKeyMismatch(String expected, String offered) -> {
                if (expected.isBlank()) {
                    text.say(phrases, StatusPhrase.HOST_KEY_MISSING, arg("offered", offered));
                } else {
                    text.say(
                            phrases,
                            StatusPhrase.HOST_KEY_CHANGED,
                            arg("expected", CardLimits.cut(expected, LONGEST_REASON)),
                            arg("offered", offered));
                }
                text.line().plain("    ").say(phrases, StatusPhrase.HOST_KEY_WAY_OUT).line();
            }
            case Refusal.Misconfigured(String reason) ->
                    text.say(
                                    phrases,
                                    StatusPhrase.MISCONFIGURED,
                                    arg("reason", CardLimits.cut(reason, LONGEST_REASON)))
                            .line();
        }
    }
}

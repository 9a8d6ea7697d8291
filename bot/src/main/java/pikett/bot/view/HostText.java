package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.reason.Reason;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Figures;
import pikett.bot.language.Phrases;

/// A host in a line, with the way out when we cannot get in.
final class HostText {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 160;

    /// Two fingerprints must fit.
    private static final int LONGEST_REFUSAL = 300;

    private HostText() {}

    static void append(RichTextBuilder text, Viewer viewer, HostPart host) {
        Phrases phrases = viewer.phrases();
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
            case HostState.Unreachable(Reason reason) ->
                    text.plain(" · ")
                            .say(
                                    phrases,
                                    StatusPhrase.UNREACHABLE,
                                    arg(
                                            "reason",
                                            CardLimits.cut(viewer.say(reason), LONGEST_REASON)))
                            .line();
            case HostState.Refused(Refusal refusal) -> refused(text, viewer, refusal);
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

    private static void refused(RichTextBuilder text, Viewer viewer, Refusal refusal) {
        Phrases phrases = viewer.phrases();
        String reason = CardLimits.cut(viewer.say(ShellReason.of(refusal)), LONGEST_REFUSAL);
        text.plain(" · ").value(reason).line();
        switch (refusal) {
            case Refusal.LoginBlocked _ ->
                    text.plain("    ").say(phrases, StatusPhrase.LOGIN_BLOCKED_WAY_OUT).line();
            case Refusal.HostKeyMismatch _ ->
                    text.plain("    ").say(phrases, StatusPhrase.HOST_KEY_WAY_OUT).line();
            case Refusal.LoginFailed _, Refusal.Misconfigured _ -> {}
        }
    }
}

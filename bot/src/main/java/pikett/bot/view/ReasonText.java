package pikett.bot.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrases;

/// Words every [Reason] in a person's language. What a tool or the far side said stays as it was said.
///
/// @param zone of the points in time
/// @param now at which it is said
public record ReasonText(Phrases phrases, ZoneId zone, Instant now) {
    /// The reason as a part of a line.
    public String say(Reason reason) {
        String text = own(reason) + reason.also().map(more -> ", " + say(more)).orElse("");
        return reason.said().isEmpty() ? text : text + ": " + reason.said();
    }

    private String own(Reason reason) {
        List<String> placeholders = reason.cause().placeholders();
        ReasonPhrase phrase = new ReasonPhrase(reason.cause());
        Arg[] args = new Arg[reason.details().size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = Arg.arg(placeholders.get(i), value(reason.details().get(i)));
        }
        for (int i = 0; i < args.length; i++) {
            if (reason.details().get(i) instanceof Detail.Count(long number)) {
                return phrases.count(phrase, number, without(args, i));
            }
        }
        return phrases.text(phrase, args);
    }

    /// The number itself is put in by the catalogue.
    private static Arg[] without(Arg[] args, int index) {
        Arg[] rest = new Arg[args.length - 1];
        System.arraycopy(args, 0, rest, 0, index);
        System.arraycopy(args, index + 1, rest, index, rest.length - index);
        return rest;
    }

    private String value(Detail detail) {
        return switch (detail) {
            case Detail.Text(String text) -> text;
            case Detail.Span(var time) -> phrases.figures().duration(time);
            case Detail.Moment(Instant at) -> phrases.figures().time(at, zone, now);
            case Detail.Count(long number) -> phrases.figures().number(number);
            case Detail.Inner(Reason inner) -> say(inner);
        };
    }
}

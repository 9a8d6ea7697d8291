package pikett.adapters.reason;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Why something is not known, was not done or ended badly: what is the matter, with its particulars.
///
/// @param details what stands at the placeholders of the cause, in their order
/// @param also what else is to be known, such as how the instance before ended
/// @param said quoted evidence: the words of a tool or of the far side; empty when it said nothing
public record Reason(Cause cause, List<Detail> details, Optional<Reason> also, String said) {
    /// @throws IllegalArgumentException when the details are not those that the cause asks for
    public Reason {
        details = List.copyOf(details);
        List<String> placeholders = cause.placeholders();
        boolean fit = details.size() == placeholders.size();
        for (int i = 0; fit && i < details.size(); i++) {
            fit = details.get(i).fits(placeholders.get(i));
        }
        if (!fit) {
            throw new IllegalArgumentException(
                    cause + " asks for " + placeholders + ", not for " + details);
        }
    }

    /// The cause with what stands at its placeholders, in their order.
    ///
    /// @throws IllegalArgumentException when the details are not those that the cause asks for
    public static Reason of(Cause cause, Detail... details) {
        return new Reason(cause, List.of(details), Optional.empty(), "");
    }

    /// Words from outside that say all.
    public static Reason told(String words) {
        return of(Cause.TOLD, Detail.text(words));
    }

    /// The same with the words of the tool or of the far side; nothing is added where there are none.
    public Reason said(String words) {
        return new Reason(cause, details, also, words);
    }

    /// The same with something else that is to be known.
    public Reason and(Optional<Reason> more) {
        return new Reason(cause, details, more, said);
    }

    /// The same with every text from outside put through the function.
    public Reason map(UnaryOperator<String> change) {
        return new Reason(
                cause,
                details.stream().map(detail -> map(detail, change)).toList(),
                also.map(more -> more.map(change)),
                said.isEmpty() ? said : change.apply(said));
    }

    private static Detail map(Detail detail, UnaryOperator<String> change) {
        return switch (detail) {
            case Detail.Text(String text) -> new Detail.Text(change.apply(text));
            case Detail.Inner(Reason reason) -> new Detail.Inner(reason.map(change));
            case Detail.Span _, Detail.Moment _, Detail.Count _ -> detail;
        };
    }

    /// The English wording, in one line as far as the quoted evidence is one.
    public String english() {
        long number = 0;
        for (Detail detail : details) {
            if (detail instanceof Detail.Count(long n)) {
                number = n;
            }
        }
        StringBuilder text = new StringBuilder(cause.wording(number));
        int at = 0;
        for (int i = 0; i < details.size(); i++) {
            String placeholder = "{" + cause.placeholders().get(i) + "}";
            String value = english(details.get(i));
            at = text.indexOf(placeholder, at);
            text.replace(at, at + placeholder.length(), value);
            at += value.length();
        }
        also.ifPresent(more -> text.append(", ").append(more.english()));
        return said.isEmpty() ? text.toString() : text.append(": ").append(said).toString();
    }

    private static String english(Detail detail) {
        return switch (detail) {
            case Detail.Text(String text) -> text;
            case Detail.Span(var time) -> Lengths.english(time);
            case Detail.Moment(var at) -> at.toString();
            case Detail.Count(long number) -> Long.toString(number);
            case Detail.Inner(Reason reason) -> reason.english();
        };
    }

    /// The English wording.
    @Override
    public String toString() {
        return english();
    }
}

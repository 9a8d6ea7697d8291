package pikett.config.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the text of a condition. `not` binds tightest, then `and`, then `or`.
public final class ConditionParser {
    /// Longer texts are no conditions a person wrote.
    static final int LONGEST = 2_000;

    /// Keeps a hostile text from exhausting the stack.
    static final int DEEPEST = 32;

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "per");

    private final List<Token> tokens;
    private int next;
    private int depth;

    private ConditionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// Never throws for any text.
    public static Parse parse(String text) {
        if (text.length() > LONGEST) {
            return new Parse.Mistake(
                    LONGEST + 1,
                    "a condition has at most %d characters".formatted(LONGEST),
                    "write several conditions: one of a list is enough");
        }
        try {
            ConditionParser parser = new ConditionParser(Token.all(text));
            Condition condition = parser.either();
            parser.end();
            return new Parse.Understood(condition);
        } catch (MistakeException mistake) {
            return mistake.mistake();
        }
    }

    private Condition either() {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (took("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (took("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition one() {
        depth++;
        if (depth > DEEPEST) {
            throw wrong("this is nested too deeply", "write several conditions");
        }
        Condition condition = took("not") ? new Condition.Not(one()) : simple();
        depth--;
        return condition;
    }

    private Condition simple() {
        if (took("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        int column = peek().column();
        Name name = name();
        Optional<Operator> operator = operator();
        if (operator.isEmpty()) {
            if (peek().is("=")) {
                throw wrong("`=` compares nothing", "write == for equal, != for different");
            }
            return new Condition.Flag(name, column);
        }
        Limit limit = limit();
        return new Condition.Comparison(name, operator.get(), limit, window(), column);
    }

    private Name name() {
        String base = word();
        List<String> path = new ArrayList<>();
        while (took(".")) {
            path.add(take(Token.Kind.WORD, "a word after the dot").text());
        }
        Optional<Name.Argument> argument = Optional.empty();
        if (took("(")) {
            argument = Optional.of(argument());
            expect(")");
        }
        return new Name(base, path, argument, took("{") ? labels() : Map.of());
    }

    private Name.Argument argument() {
        return peek().kind() == Token.Kind.QUOTED
                ? new Name.Argument.Quoted(advance().unquoted())
                : new Name.Argument.Word(word());
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        do {
            Token written = peek();
            String label = word();
            expect("=");
            if (!peek().text().startsWith("\"")) {
                throw wrong("a label's value stands in double quotes", "write {job=\"api\"}");
            }
            if (labels.put(label, advance().unquoted()) != null) {
                throw new MistakeException(
                        written.column(),
                        "the label %s stands here twice".formatted(label),
                        "keep one of the two");
            }
        } while (took(","));
        expect("}");
        return labels;
    }

    private Optional<Operator> operator() {
        for (Operator operator : Operator.values()) {
            if (took(operator.sign())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Limit limit() {
        if (peek().kind() == Token.Kind.QUOTED) {
            return new Limit.Text(advance().unquoted());
        }
        Limit limit = Literals.read(take(Token.Kind.NUMBER, "a number or a text in quotes"));
        if (!took("per")) {
            return limit;
        }
        expect("cpu");
        if (limit instanceof Limit.Plain(BigDecimal number)) {
            return new Limit.PerCpu(number);
        }
        throw wrong("only a plain number can be per cpu", "write load > 2.0 per cpu");
    }

    private Optional<Duration> window() {
        if (!took("in")) {
            return Optional.empty();
        }
        Token written = take(Token.Kind.NUMBER, "a duration such as 10m");
        if (Literals.read(written) instanceof Limit.Time(Duration duration)
                && duration.isPositive()) {
            return Optional.of(duration);
        }
        throw new MistakeException(
                written.column(), "a window is a duration", "write in 10m, for example");
    }

    private String word() {
        Token token = peek();
        if (token.kind() != Token.Kind.WORD || KEYWORDS.contains(token.text())) {
            throw wrong("a name is missing here", "write a comparison such as waiting > 100");
        }
        return advance().text();
    }

    private Token take(Token.Kind kind, String what) {
        if (peek().kind() != kind) {
            throw wrong(what + " is missing here", "write a comparison such as waiting > 100");
        }
        return advance();
    }

    private void expect(String text) {
        if (!took(text)) {
            throw wrong("`%s` is missing here".formatted(text), "put it in");
        }
    }

    private void end() {
        if (peek().kind() != Token.Kind.END) {
            throw wrong("the condition should end here", "join conditions with and, or");
        }
    }

    private boolean took(String text) {
        boolean there = peek().is(text);
        if (there) {
            next++;
        }
        return there;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token advance() {
        return tokens.get(next++);
    }

    private MistakeException wrong(String what, String wayOut) {
        return new MistakeException(peek().column(), what, wayOut);
    }
}

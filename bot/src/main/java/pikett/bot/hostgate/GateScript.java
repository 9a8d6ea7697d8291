package pikett.bot.hostgate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import pikett.adapters.host.ShellQuoting;

/// The script that a key may run on a host, and nothing beside it.
///
/// What is asked for is compared, character by character, with what Pikett sends, and what runs are words of
/// the script itself and values that fit. No shell ever reads what the far side sent.
public final class GateScript {
    private final HostNeeds needs;
    private final Frame frame;
    private final List<String> moreLogs;
    private final Map<Automaton, String> forms = new LinkedHashMap<>();

    /// How Pikett wraps what it runs on a host.
    ///
    /// @param head what a line begins with, up to where the first half of its mark begins
    /// @param end what a line that ends a program begins with, up to the number of its process
    /// @param killSeconds what is given to `timeout -k`
    public record Frame(String head, String end, long killSeconds) {}

    /// @param moreLogs files beside PM2's own folder in which it keeps logs
    public GateScript(HostNeeds needs, Frame frame, List<String> moreLogs) {
        this.needs = needs;
        this.frame = frame;
        this.moreLogs = List.copyOf(moreLogs);
    }

    /// The whole script, for any POSIX shell.
    public String text() {
        StringBuilder ways = new StringBuilder();
        List<String> tries = new ArrayList<>();
        for (Allowed allowed : needs.allowed()) {
            if (!allowed.isConstant()) {
                tries.add("try_" + (tries.size() + 1));
                ways.append(way(tries.getLast(), allowed));
            }
        }
        return ScriptParts.BEGIN
                        .replace("@HOST@", needs.host())
                        .replace("@HEAD@", quoted(frame.head()))
                        .replace("@END@", quoted(frame.end()))
                        .replace("@KILL@", Long.toString(frame.killSeconds()))
                + (needsPm2() ? pm2() : "")
                + formsText()
                + ways
                + ScriptParts.MIDDLE
                + constants()
                + "esac\n"
                + tries.stream().map(name -> name + "\n").reduce("", String::concat)
                + "refuse\n";
    }

    private static String quoted(String text) {
        return ShellQuoting.line(List.of(text));
    }

    private String constants() {
        StringBuilder cases = new StringBuilder();
        for (Allowed allowed : needs.allowed()) {
            if (allowed.isConstant()) {
                String line = ShellQuoting.line(words(allowed));
                cases.append(quoted(line)).append(") start ").append(line).append(" ;;\n");
            }
        }
        return cases.toString();
    }

    private static List<String> words(Allowed allowed) {
        return allowed.arguments().stream()
                .map(argument -> {
                    StringBuilder word = new StringBuilder();
                    if (argument instanceof Allowed.Argument.Word(var pieces)) {
                        for (Allowed.Piece piece : pieces) {
                            if (piece instanceof Allowed.Piece.Text(String text)) {
                                word.append(text);
                            }
                        }
                    }
                    return word.toString();
                })
                .toList();
    }

    /// A function that starts the vector if it is what is asked for.
    private String way(String name, Allowed allowed) {
        Steps steps = new Steps();
        for (Allowed.Argument argument : allowed.arguments()) {
            steps.next(argument);
        }
        return "\n%s() {\n    rest=$words\n%s}\n".formatted(name, steps.end());
    }

    /// The lines of one such function.
    private final class Steps {
        private final StringBuilder lines = new StringBuilder();
        private final StringBuilder start = new StringBuilder("start");
        private final StringBuilder text = new StringBuilder();
        private final Map<String, String> bound = new HashMap<>();
        private boolean open;

        void next(Allowed.Argument argument) {
            if (!start.toString().equals("start")) {
                text.append(' ');
            }
            switch (argument) {
                case Allowed.Argument.Word(var pieces) -> word(pieces);
                case Allowed.Argument.Pm2Numbers(String name) ->
                        list("pm2_numbers " + quoted(name), "pm2_number");
                case Allowed.Argument.Pm2Logs(String name) ->
                        list(
                                "pm2_name=" + quoted(name.replaceAll("[^A-Za-z0-9.-]", "-")),
                                "pm2_log");
            }
        }

        private void word(List<Allowed.Piece> pieces) {
            start.append(' ');
            text.append('\'');
            for (Allowed.Piece piece : pieces) {
                switch (piece) {
                    case Allowed.Piece.Text(String part) -> {
                        String inside = quoted(part);
                        text.append(inside, 1, inside.length() - 1);
                        start.append(inside);
                    }
                    case Allowed.Piece.Value(String name, Automaton form) -> value(name, form);
                }
            }
            text.append('\'');
        }

        private void value(String name, Automaton form) {
            take();
            String variable = bound.get(name);
            if (variable == null) {
                variable = "value_" + (bound.size() + 1);
                bound.put(name, variable);
                lines.append("    value && %s \"$value\" || return\n".formatted(form(form)));
                lines.append("    %s=$value\n".formatted(variable));
            } else {
                lines.append("    take \"$%s\" || return\n".formatted(variable));
            }
            start.append("\"$").append(variable).append('"');
        }

        private void list(String before, String test) {
            take();
            open = true;
            lines.append("    %s || return\n".formatted(before));
            lines.append("    set --\n    while :; do\n");
            lines.append(
                    "        take \"'\" && value && %s \"$value\" && take \"'\" || return\n"
                            .formatted(test));
            lines.append("        set -- \"$@\" \"$value\"\n");
            lines.append("        [ -n \"$rest\" ] || break\n");
            lines.append("        take ' ' || return\n    done\n");
            start.append(" \"$@\"");
        }

        private void take() {
            if (!text.isEmpty()) {
                lines.append("    take %s || return\n".formatted(quoted(text.toString())));
                text.setLength(0);
            }
        }

        String end() {
            if (!open) {
                take();
                lines.append("    [ -z \"$rest\" ] || return\n");
            }
            return lines.append("    ").append(start).append('\n').toString();
        }
    }

    private String form(Automaton form) {
        return forms.computeIfAbsent(form, _ -> "fits_" + (forms.size() + 1));
    }

    private String formsText() {
        StringBuilder all = new StringBuilder();
        forms.forEach((form, name) -> all.append(form(name, form)));
        return all.toString();
    }

    private static String form(String name, Automaton form) {
        StringBuilder ways = new StringBuilder();
        StringBuilder ends = new StringBuilder();
        for (int at = 0; at < form.states().size(); at++) {
            for (Map.Entry<Integer, SortedSet<Character>> way :
                    form.states().get(at).next().entrySet()) {
                ways.append(
                        "        %s) at=%d ;;\n"
                                .formatted(cases(at, way.getValue()), way.getKey()));
            }
            if (form.states().get(at).ends()) {
                ends.append(ends.isEmpty() ? "" : " | ").append(at);
            }
        }
        return ScriptParts.FORM
                .replace("@PATTERN@", form.pattern().replaceAll("\\p{Cntrl}", " "))
                .replace("@NAME@", name)
                .replace("@WAYS@", ways)
                .replace("@ENDS@", ends);
    }

    /// Letters and digits one by one in a class, since a range of them means something else in other
    /// languages; what could mean something to the shell stands alone and quoted.
    private static String cases(int at, SortedSet<Character> characters) {
        List<String> cases = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (char c : characters) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else {
                cases.add("%d:'%c'*".formatted(at, c));
            }
        }
        if (!plain.isEmpty()) {
            cases.addFirst("%d:[%s]*".formatted(at, plain));
        }
        return String.join(" | ", cases);
    }

    private boolean needsPm2() {
        return needs.allowed().stream()
                .flatMap(allowed -> allowed.arguments().stream())
                .anyMatch(argument -> !(argument instanceof Allowed.Argument.Word));
    }

    private String pm2() {
        String more =
                moreLogs.isEmpty()
                        ? ""
                        : "    %s) return 0 ;;\n"
                                .formatted(
                                        String.join(
                                                " | ",
                                                moreLogs.stream()
                                                        .map(GateScript::quoted)
                                                        .toList()));
        return ScriptParts.PM2.replace("@MORE@", more);
    }
}

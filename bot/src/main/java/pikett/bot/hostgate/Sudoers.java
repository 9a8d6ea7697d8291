package pikett.bot.hostgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of sudo for what the configuration runs with it. sudo compares each argument; where a value
/// varies, the rule is a regular expression, which sudo 1.9.10 and newer understand.
public final class Sudoers {
    private static final Set<String> SUDO = Set.of("sudo", "/usr/bin/sudo");

    /// What would have to be escaped in a rule, each with a backslash.
    private static final String SPECIAL = "\\,:=";

    /// What means something else in a rule even then, or only sometimes.
    private static final String UNCERTAIN = "*?[]!#\"'^$";

    private final HostNeeds needs;
    private final String user;

    /// @param user as whom Pikett logs in
    public Sudoers(HostNeeds needs, String user) {
        this.needs = needs;
        this.user = user;
    }

    /// The file's lines; none where nothing is run with sudo.
    ///
    /// @throws NotCheckableException where no rule can say exactly what is meant
    public List<String> lines() throws NotCheckableException {
        List<String> lines = new ArrayList<>();
        for (Allowed allowed : needs.allowed()) {
            Optional<String> program = text(allowed.arguments().getFirst());
            if (program.filter(SUDO::contains).isPresent()) {
                lines.add(rule(allowed.arguments().subList(1, allowed.arguments().size())));
            }
        }
        return lines.stream().distinct().toList();
    }

    private String rule(List<Allowed.Argument> arguments) throws NotCheckableException {
        String as = "root";
        int at = 0;
        while (at < arguments.size()) {
            String word = text(arguments.get(at)).orElse("");
            if (word.equals("-u") && at + 1 < arguments.size()) {
                as = plain(text(arguments.get(at + 1)).orElse(""));
                at += 2;
            } else if (word.startsWith("--user=")) {
                as = plain(word.substring("--user=".length()));
                at++;
            } else if (word.equals("-n") || word.equals("--non-interactive") || word.equals("--")) {
                at++;
            } else if (word.startsWith("-")) {
                throw new NotCheckableException(
                        "no rule is made for sudo with ‘%s’: only -n, -u and -- are known"
                                .formatted(word));
            } else {
                break;
            }
        }
        if (at == arguments.size()) {
            throw new NotCheckableException("sudo without a program");
        }
        String program = plain(text(arguments.get(at)).orElse(""));
        if (!program.startsWith("/")) {
            throw new NotCheckableException(
                    "sudo needs the whole path of ‘%s’; write it into the configuration, such as /usr/bin/%s"
                            .formatted(program, program));
        }
        return "%s ALL=(%s) NOPASSWD: %s %s"
                .formatted(
                        user,
                        as,
                        escaped(program),
                        arguments(arguments.subList(at + 1, arguments.size())));
    }

    private static String arguments(List<Allowed.Argument> arguments) throws NotCheckableException {
        if (arguments.isEmpty()) {
            return "\"\"";
        }
        boolean constant = arguments.stream().allMatch(argument -> text(argument).isPresent());
        List<String> words = new ArrayList<>();
        for (Allowed.Argument argument : arguments) {
            words.add(constant ? escaped(plain(text(argument).orElse(""))) : expression(argument));
        }
        String all = String.join(" ", words);
        return constant ? all : "^" + all + "$";
    }

    private static String expression(Allowed.Argument argument) throws NotCheckableException {
        if (!(argument instanceof Allowed.Argument.Word(var pieces))) {
            throw new NotCheckableException("PM2 is not run with sudo");
        }
        StringBuilder all = new StringBuilder();
        for (Allowed.Piece piece : pieces) {
            switch (piece) {
                case Allowed.Piece.Text(String text) -> all.append(Expression.literal(plain(text)));
                case Allowed.Piece.Value(String _, Automaton form) -> {
                    if (form.takes(" ") || Expression.hasSpace(form.term())) {
                        throw new NotCheckableException(
                                "to sudo a space in ‘%s’ would be the next argument"
                                        .formatted(form.pattern()));
                    }
                    all.append(Expression.of(form.term()));
                }
            }
        }
        return all.toString();
    }

    /// The argument if nothing of it varies.
    private static Optional<String> text(Allowed.Argument argument) {
        return argument instanceof Allowed.Argument.Word(var pieces)
                        && pieces.size() == 1
                        && pieces.getFirst() instanceof Allowed.Piece.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String plain(String word) throws NotCheckableException {
        boolean uncertain =
                word.isEmpty()
                        || word.chars()
                                .anyMatch(c -> c <= ' ' || c > '~' || UNCERTAIN.indexOf(c) >= 0);
        if (uncertain) {
            throw new NotCheckableException(
                    "no rule of sudo can say exactly ‘%s’; put it into a script and run that"
                            .formatted(word));
        }
        return word;
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}

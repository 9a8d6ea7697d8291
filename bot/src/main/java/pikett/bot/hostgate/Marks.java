package pikett.bot.hostgate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Values that Pikett is given in the place of what varies, and by which what varies is found again in what
/// it sends: a number of lines, and of each PM2 process a number and two log files.
final class Marks {
    private static final Pattern LINES = Pattern.compile("[1-9][0-9]{0,5}");
    private static final int FIRST = 987_650_000;

    private final int lines;
    private final List<String> pm2Names;
    private final Automaton lineCount;

    /// @param pm2Names the PM2 processes of the host
    /// @param written all that is written in the configuration, in which no mark may stand by chance
    Marks(List<String> pm2Names, String written) {
        int mark = FIRST;
        while (written.contains(Integer.toString(mark))) {
            mark += pm2Names.size() + 1;
        }
        this.lines = mark;
        this.pm2Names = List.copyOf(pm2Names);
        try {
            this.lineCount = Automaton.of(LINES);
        } catch (NotCheckableException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int lines() {
        return lines;
    }

    /// What `pm2 jlist` would print.
    String pm2List() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String name : pm2Names) {
            ObjectNode process = list.addObject().put("name", name).put("pm_id", number(name));
            process.putObject("pm2_env")
                    .put("status", "online")
                    .put("pm_out_log_path", file(name, "out"))
                    .put("pm_err_log_path", file(name, "error"));
        }
        return list.toString();
    }

    private int number(String name) {
        return lines + 1 + pm2Names.indexOf(name);
    }

    private String file(String name, String stream) {
        return "/%d/%s".formatted(number(name), stream);
    }

    /// What was sent, with places for what varies.
    Allowed allowed(List<String> sent) {
        List<Allowed.Argument> arguments = new ArrayList<>();
        for (String word : sent) {
            Allowed.Argument argument = argument(word);
            if (argument instanceof Allowed.Argument.Word || !arguments.contains(argument)) {
                arguments.add(argument);
            }
        }
        return new Allowed(arguments);
    }

    private Allowed.Argument argument(String word) {
        for (String name : pm2Names) {
            if (word.equals(Integer.toString(number(name)))) {
                return new Allowed.Argument.Pm2Numbers(name);
            }
            if (word.equals(file(name, "out")) || word.equals(file(name, "error"))) {
                return new Allowed.Argument.Pm2Logs(name);
            }
        }
        List<Allowed.Piece> pieces = new ArrayList<>();
        String[] texts = word.split(Integer.toString(lines), -1);
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                pieces.add(new Allowed.Piece.Value("lines", lineCount));
            }
            if (!texts[i].isEmpty() || texts.length == 1) {
                pieces.add(new Allowed.Piece.Text(texts[i]));
            }
        }
        return new Allowed.Argument.Word(pieces);
    }
}

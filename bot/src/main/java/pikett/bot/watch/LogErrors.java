package pikett.bot.watch;

import java.util.List;
import java.util.function.UnaryOperator;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.Supervisor;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.evidence.LogFold;

/// The last errors in the log of a service.
///
/// @param redaction takes secrets out of a text; used before anything is cut or folded
record LogErrors(Supervisor supervisor, UnaryOperator<String> redaction) {
    private static final int LINES = 200;
    private static final int MOST = 3;
    private static final int LONGEST_LINE = 300;

    /// None when the log cannot be read: the card says what is known without it.
    List<FoldedLine> read() {
        if (!(supervisor.logs(LINES) instanceof ShellResult.Done done) || !done.succeeded()) {
            return List.of();
        }
        String log = redaction.apply(done.output().standard() + "\n" + done.output().error());
        return LogFold.fold(log.lines().toList()).stream()
                .filter(FoldedLine::error)
                .limit(MOST)
                .map(line -> new FoldedLine(cut(line.text()), line.times(), true))
                .toList();
    }

    static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_LINE));
    }
}

package pikett.bot.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;
import pikett.bot.card.Card;
import pikett.bot.evidence.LogFold;
import pikett.bot.language.Phrase;
import pikett.bot.view.LogFacts;
import pikett.bot.view.LogsCard;
import pikett.bot.view.Viewer;
import pikett.config.Role;

/// Shows the end of a service's log. The filter is plain text and is matched here: nothing that a person
/// types reaches the host but a number of lines.
public final class LogsCommand implements ChatCommand {
    private static final int USUAL_LINES = 200;
    private static final int MOST_LINES = 5000;
    private static final int LONGEST_FILTER = 200;
    private static final String FILE = "--file";

    private final Supplier<Targets> targets;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    /// @param redaction takes secrets out of a text; used before anything is cut or folded
    public LogsCommand(
            Supplier<Targets> targets, UnaryOperator<String> redaction, InstantSource clock) {
        this.targets = targets;
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.LOGS);
    }

    @Override
    public void answer(Request request, Answer answer) {
        List<Targets.ServiceTarget> services = targets.get().services();
        Asked.target(request, answer, name(), services, Targets.ServiceTarget::name)
                .ifPresent(service -> show(request, answer, service));
    }

    /// What stands behind the name: `[lines] [--file] [filter]`.
    private record Wish(int lines, boolean file, Optional<String> filter) {
        static Wish of(List<String> arguments) {
            int at = Math.min(1, arguments.size());
            int lines = USUAL_LINES;
            if (at < arguments.size() && arguments.get(at).matches("[0-9]{1,9}")) {
                lines = Math.clamp(Long.parseLong(arguments.get(at)), 1, MOST_LINES);
                at++;
            }
            boolean file = at < arguments.size() && arguments.get(at).equals(FILE);
            if (file) {
                at++;
            }
            String filter = String.join(" ", arguments.subList(at, arguments.size())).strip();
            String kept = filter.substring(0, Math.min(filter.length(), LONGEST_FILTER));
            return new Wish(lines, file, kept.isEmpty() ? Optional.empty() : Optional.of(kept));
        }

        boolean keeps(String line) {
            return filter.isEmpty()
                    || line.toLowerCase(Locale.ROOT)
                            .contains(filter.get().toLowerCase(Locale.ROOT));
        }
    }

    private void show(Request request, Answer answer, Targets.ServiceTarget service) {
        Wish wish = Wish.of(request.arguments());
        ShellResult result = service.supervisor().logs(wish.lines());
        Viewer viewer = Asked.viewer(request, clock.instant());
        answer.show(
                switch (result) {
                    case ShellResult.Done done when done.succeeded() ->
                            card(viewer, service, wish, done.output());
                    case ShellResult.TimedOut(var _, Output output)
                            when !output.standard().isBlank() ->
                            card(viewer, service, wish, output);
                    case ShellResult.Done done ->
                            notRead(viewer, service, wish, ShellReason.of(done).said(words(done)));
                    // The way out is what the host's own status says.
                    case ShellResult.Refused refused ->
                            notRead(
                                    viewer,
                                    service,
                                    wish,
                                    ShellReason.of(refused).said("/status " + service.host()));
                    case ShellResult.FailedToStart(Reason reason) ->
                            notRead(viewer, service, wish, reason);
                    case ShellResult.Killed _,
                            ShellResult.TimedOut _,
                            ShellResult.Unreachable _,
                            ShellResult.Unknown _ ->
                            notRead(viewer, service, wish, ShellReason.of(result));
                });
    }

    private static String words(ShellResult.Done done) {
        return (done.output().error() + "\n" + done.output().standard()).strip();
    }

    private Card card(Viewer viewer, Targets.ServiceTarget service, Wish wish, Output output) {
        List<String> lines =
                redaction
                        .apply(output.standard() + "\n" + output.error())
                        .lines()
                        .filter(line -> !line.isBlank() && wish.keeps(line))
                        .toList();
        Optional<Card.TextFile> file =
                wish.file() && !lines.isEmpty()
                        ? Optional.of(
                                new Card.TextFile(
                                        fileName(service.name()), String.join("\n", lines)))
                        : Optional.empty();
        return LogsCard.of(viewer, facts(service, wish, lines), file);
    }

    private Card notRead(Viewer viewer, Targets.ServiceTarget service, Wish wish, Reason reason) {
        return LogsCard.notRead(viewer, facts(service, wish, List.of()), reason.map(redaction));
    }

    private static LogFacts facts(Targets.ServiceTarget service, Wish wish, List<String> lines) {
        return new LogFacts(
                service.name(), wish.lines(), wish.filter(), lines.size(), LogFold.fold(lines));
    }

    /// A name that every phone can store.
    private static String fileName(String service) {
        String safe = service.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.substring(0, Math.min(safe.length(), 60)) + ".log.txt";
    }
}

package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import pikett.bot.setup.SetupEndedException;
import pikett.bot.setup.Terminal;

/// A person at a terminal who answers what was agreed, in the agreed order, and leaves after that.
final class ScriptedTerminal implements Terminal {
    private final StringBuilder seen = new StringBuilder();
    private final Deque<Line> lines = new ArrayDeque<>();

    private record Line(String question, boolean hidden, Supplier<String> answer) {}

    /// Answers the next question, which has these words in it.
    ScriptedTerminal on(String question, String answer) {
        return on(question, () -> answer);
    }

    ScriptedTerminal on(String question, Supplier<String> answer) {
        lines.add(new Line(question, false, answer));
        return this;
    }

    /// Pastes what may not be seen.
    ScriptedTerminal hidden(String answer) {
        lines.add(new Line("Token", true, () -> answer));
        return this;
    }

    @Override
    public void say(String text) {
        seen.append(text).append('\n');
    }

    @Override
    public String ask(String question) throws SetupEndedException {
        String answer = answer(question, false);
        seen.append(question).append(answer).append('\n');
        return answer;
    }

    @Override
    public String askHidden(String question) throws SetupEndedException {
        seen.append(question).append('\n');
        return answer(question, true);
    }

    private String answer(String question, boolean hidden) throws SetupEndedException {
        if (lines.isEmpty()) {
            throw new SetupEndedException("left at: " + question);
        }
        Line next = lines.pop();
        assertThat(question).as(seen.toString()).contains(next.question());
        assertThat(hidden).isEqualTo(next.hidden());
        return next.answer().get();
    }

    /// All that the screen has shown.
    String seen() {
        return seen.toString();
    }

    /// How many answers were not asked for.
    int left() {
        return lines.size();
    }
}

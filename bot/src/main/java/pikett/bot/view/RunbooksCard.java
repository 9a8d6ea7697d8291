package pikett.bot.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.RunbookConfig;

/// The runbooks that a person may run, each with what it is for and what it asks for.
public final class RunbooksCard {
    private static final int IN_A_ROW = 2;

    private RunbooksCard() {}

    /// @param runbooks those that the person may run
    public static Card of(Phrases phrases, Map<String, RunbookConfig> runbooks) {
        RichTextBuilder text = new RichTextBuilder();
        text.say(phrases, runbooks.isEmpty() ? RunbooksPhrase.NONE : RunbooksPhrase.WHICH).line();
        List<Button> buttons = new ArrayList<>();
        runbooks.forEach((name, runbook) -> {
            entry(text.line(), name, runbook, phrases);
            if (runbook.parameters().isEmpty()) {
                buttons.add(Buttons.types(title(runbook, phrases), "recover", name));
            }
        });
        return new Card(text.build(), rows(buttons), Optional.empty());
    }

    private static void entry(
            RichTextBuilder text, String name, RunbookConfig runbook, Phrases phrases) {
        text.bold(title(runbook, phrases)).line();
        usage(text, name, runbook);
        text.line();
        if (runbook.approveBy() > 1) {
            text.count(phrases, RunbooksPhrase.AGREEMENTS, runbook.approveBy()).line();
        }
    }

    private static void usage(RichTextBuilder text, String name, RunbookConfig runbook) {
        StringBuilder line = new StringBuilder("/recover " + name);
        runbook.parameters()
                .forEach((parameter, kind) ->
                        line.append(' ').append(kind.example().orElse(parameter)));
        text.code(line.toString());
    }

    private static String title(RunbookConfig runbook, Phrases phrases) {
        return runbook.title()
                .getOrDefault(phrases.language(), runbook.title().getOrDefault(Language.EN, ""));
    }

    private static List<List<Button>> rows(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int at = 0; at < buttons.size(); at += IN_A_ROW) {
            rows.add(buttons.subList(at, Math.min(buttons.size(), at + IN_A_ROW)));
        }
        return rows;
    }
}

package pikett.bot.reload;

import java.util.Map;
import java.util.Optional;
import pikett.bot.audit.AuditedActs;
import pikett.bot.audit.Intent;
import pikett.bot.command.Answer;
import pikett.bot.command.ChatCommand;
import pikett.bot.command.Request;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.config.Role;

/// Loads the configuration anew, and shows what is different or why it was refused.
public final class ReloadCommand implements ChatCommand {
    private final Reload reload;
    private final AuditedActs audit;

    public ReloadCommand(Reload reload, AuditedActs audit) {
        this.reload = reload;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "reload";
    }

    @Override
    public Role leastRole() {
        return Role.ADMIN;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(ReloadPhrase.SUMMARY);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Intent intent =
                new Intent(
                        request.person().name(),
                        name(),
                        "configuration",
                        AuditedActs.json(Map.of()),
                        request.correlation());
        ReloadOutcome outcome = audit.around(intent, reload::reload, ReloadOutcome::english);
        answer.show(ReloadCard.of(Phrases.in(request.language()), outcome, false));
    }
}

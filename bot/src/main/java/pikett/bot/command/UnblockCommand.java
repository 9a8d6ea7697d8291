package pikett.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.StatusCard;
import pikett.config.Role;

/// Lets Pikett log in to a host again after failed logins stopped it. Reached by the button of a status
/// card; only an admin may.
public final class UnblockCommand implements ChatCommand {
    private static final Logger log = LoggerFactory.getLogger(UnblockCommand.class);

    private final Supplier<Targets> targets;
    private final LoginBlocks blocks;

    /// What stops logins to a host.
    @FunctionalInterface
    public interface LoginBlocks {
        /// Lifts the block; nothing happens when there is none.
        void lift(String host);
    }

    public UnblockCommand(Supplier<Targets> targets, LoginBlocks blocks) {
        this.targets = targets;
        this.blocks = blocks;
    }

    @Override
    public String name() {
        return "unblock";
    }

    @Override
    public Role leastRole() {
        return Role.ADMIN;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.empty();
    }

    @Override
    public void answer(Request request, Answer answer) {
        List<String> names = targets.get().hosts().stream().map(Targets.HostTarget::name).toList();
        Asked.name(request, answer, name(), names)
                .ifPresent(host -> {
                    log.info("the login block is lifted host={}", host);
                    blocks.lift(host);
                    answer.show(StatusCard.blockLifted(Phrases.in(request.language()), host));
                });
    }
}

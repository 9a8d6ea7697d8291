package pikett.bot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.reload.Reload;
import pikett.bot.reload.ReloadOutcome;
import pikett.config.PikettConfig;
import pikett.config.Problem;
import pikett.config.file.ConfigDifference;
import pikett.config.file.ConfigResult;

/// Reads the configuration anew, decides whether it can be followed without a restart, and has it followed.
final class Reloads implements Reload {
    private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);

    private final ConfigSource source;
    private ConfigResult.Loaded followed;
    private Optional<Consumer<ConfigResult.Loaded>> follow = Optional.empty();

    /// @param followed the configuration that is followed now
    Reloads(ConfigResult.Loaded followed, ConfigSource source) {
        this.followed = followed;
        this.source = source;
    }

    /// From now on it can be done.
    ///
    /// @param how fails before it changes anything
    synchronized void by(Consumer<ConfigResult.Loaded> how) {
        follow = Optional.of(how);
    }

    @Override
    public synchronized ReloadOutcome reload() {
        ReloadOutcome outcome =
                switch (source.read()) {
                    case ConfigResult.Invalid(List<Problem> problems) -> {
                        problems.forEach(problem -> LOG.warn("not followed: {}", problem));
                        yield new ReloadOutcome.Mistaken(problems);
                    }
                    case ConfigResult.Loaded next -> next(next);
                };
        LOG.info("reload outcome=\"{}\"", outcome.english());
        return outcome;
    }

    private ReloadOutcome next(ConfigResult.Loaded next) {
        List<String> fixed = fixed(next);
        if (!fixed.isEmpty()) {
            return new ReloadOutcome.NeedsRestart(fixed);
        }
        ConfigDifference difference = ConfigDifference.between(followed, next);
        if (difference.isEmpty()) {
            return new ReloadOutcome.Same();
        }
        if (follow.isEmpty()) {
            LOG.warn("not followed: Pikett is still starting");
            return new ReloadOutcome.Failed();
        }
        try {
            follow.get().accept(next);
        } catch (RuntimeException e) {
            LOG.error("the new configuration cannot be followed, the old one stays", e);
            return new ReloadOutcome.Failed();
        }
        followed = next;
        return new ReloadOutcome.Followed(difference);
    }

    /// What is built into what must go on: the database, the bot's account, the port.
    private List<String> fixed(ConfigResult.Loaded next) {
        PikettConfig before = followed.config();
        PikettConfig after = next.config();
        List<String> keys = new ArrayList<>();
        if (!before.telegram().token().equals(after.telegram().token())) {
            keys.add("telegram.token");
        }
        if (!before.telegram().apiUrl().equals(after.telegram().apiUrl())) {
            keys.add("telegram.api-url");
        }
        if (!before.telegram().proxy().equals(after.telegram().proxy())) {
            keys.add("telegram.proxy");
        }
        if (!before.storage().url().equals(after.storage().url())) {
            keys.add("storage.url");
        }
        if (!before.inbound().address().equals(after.inbound().address())
                || before.inbound().port() != after.inbound().port()) {
            keys.add("inbound.listen");
        }
        if (listens(after) && !listens(before)) {
            keys.add("inbound");
        }
        return keys;
    }

    /// Whether there is anything for others to ask.
    private static boolean listens(PikettConfig config) {
        return config.server().health()
                || config.server().metrics()
                || !config.inbound().sources().isEmpty()
                || !config.heartbeats().isEmpty();
    }
}

package pikett.bot.reload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.audit.AuditedActs;
import pikett.bot.audit.Intent;
import pikett.config.PersonConfig;
import pikett.config.Role;

/// A reload that the system asked for: in the audit as any other, and told to every admin.
///
/// Safe for use by many threads.
public final class SignalReload implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SignalReload.class);

    private final Reload reload;
    private final AuditedActs audit;
    private final ReloadNews news;
    private final Supplier<Map<String, PersonConfig>> people;
    private final Supplier<String> correlations;

    /// @param people of the configuration of this moment
    public SignalReload(
            Reload reload,
            AuditedActs audit,
            ReloadNews news,
            Supplier<Map<String, PersonConfig>> people,
            Supplier<String> correlations) {
        this.reload = reload;
        this.audit = audit;
        this.news = news;
        this.people = people;
        this.correlations = correlations;
    }

    @Override
    public void run() {
        try {
            Map<Long, PersonConfig> told = new LinkedHashMap<>();
            // Who is no admin any more hears of it as well: else nobody might.
            people.get().values().forEach(person -> told.put(person.telegram(), person));
            ReloadOutcome outcome =
                    audit.around(
                            new Intent(
                                    "signal",
                                    "reload",
                                    "configuration",
                                    AuditedActs.json(Map.of()),
                                    correlations.get()),
                            reload::reload,
                            ReloadOutcome::english);
            for (PersonConfig person : people.get().values()) {
                told.merge(
                        person.telegram(),
                        person,
                        (before, now) -> before.role() == Role.ADMIN ? before : now);
            }
            news.tell(told.values(), outcome);
        } catch (RuntimeException e) {
            // Nobody waits for an answer: what is not in the log is nowhere.
            LOG.error("the reload by signal failed, or nobody could be told of it", e);
        }
    }
}

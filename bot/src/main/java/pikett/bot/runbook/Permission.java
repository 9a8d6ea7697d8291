package pikett.bot.runbook;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pikett.bot.access.Person;
import pikett.config.PersonConfig;

/// Who may run a plan at this moment. People go and roles change between a wish and the last agreement to
/// it, and whoever is gone by then counts no more.
///
/// Safe for use by many threads.
public final class Permission {
    private final Supplier<Map<String, PersonConfig>> people;
    private final Rule rule;

    /// What a person may run: role and services.
    @FunctionalInterface
    public interface Rule {
        boolean allows(Person person, Plan plan);
    }

    /// @param people those of this moment, by name
    public Permission(Supplier<Map<String, PersonConfig>> people, Rule rule) {
        this.people = people;
        this.rule = rule;
    }

    /// @param person as they were when they wrote or pressed; who has their name by now, but another number,
    ///     is somebody else
    boolean mayRun(Person person, Plan plan) {
        return named(person.name())
                .filter(now -> now.config().telegram() == person.config().telegram())
                .filter(now -> rule.allows(now, plan))
                .isPresent();
    }

    /// The same of somebody who agreed earlier.
    boolean mayRun(String name, Plan plan) {
        return named(name).filter(now -> rule.allows(now, plan)).isPresent();
    }

    /// The Telegram number of whoever has this name; empty when nobody has.
    Optional<Long> number(String name) {
        return named(name).map(person -> person.config().telegram());
    }

    private Optional<Person> named(String name) {
        return Optional.ofNullable(people.get().get(name)).map(now -> new Person(name, now));
    }
}

package pikett.bot.chaos;

import java.util.ArrayList;
import java.util.List;

/// What the kills have cost. For one thread.
final class Toll {
    int kills;
    int accepted;
    int lost;
    int repeated;
    int commands;
    int startedTwice;
    int untold;
    int cutOff;
    private final List<String> broken = new ArrayList<>();

    /// A promise was not kept.
    void broke(String what) {
        broken.add(what);
    }

    /// What was not kept, a sentence each; empty is what everybody hopes for.
    List<String> broken() {
        return List.copyOf(broken);
    }

    void add(Toll other) {
        kills += other.kills;
        accepted += other.accepted;
        lost += other.lost;
        repeated += other.repeated;
        commands += other.commands;
        startedTwice += other.startedTwice;
        untold += other.untold;
        cutOff += other.cutOff;
        broken.addAll(other.broken);
    }

    /// A row of a table.
    String row(String name) {
        return "| %s | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(name, kills, accepted, lost, repeated, commands, startedTwice, untold);
    }

    static final String HEAD =
            """
            | killed at | kills | alerts accepted | lost | seen twice | commands | started twice | not told |
            |---|---|---|---|---|---|---|---|\
            """;
}

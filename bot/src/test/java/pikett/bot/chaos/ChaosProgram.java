package pikett.bot.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import pikett.adapters.failpoint.FailPoint;

/// `./dev chaos`: a table of what kills cost, and an exit code that says whether every promise was kept.
final class ChaosProgram {
    private static final int EACH = 25;

    private ChaosProgram() {}

    /// Arguments: the database, empty for a file of its own; how often at random, how often at each point,
    /// then the points (all where none is named).
    public static void main(String[] arguments) throws Exception {
        int random = Integer.parseInt(arguments[1]);
        int each = arguments.length > 2 ? Integer.parseInt(arguments[2]) : EACH;
        List<FailPoint> points =
                arguments.length > 3
                        ? List.of(arguments).stream().skip(3).map(FailPoint::valueOf).toList()
                        : List.of(FailPoint.values());
        Path folder = Files.createTempDirectory("pikett-chaos-");
        String database =
                arguments[0].isEmpty()
                        ? "jdbc:sqlite:" + folder.resolve("pikett.db")
                        : arguments[0];
        long seed = System.nanoTime();
        System.out.println("seed " + seed + ", the bot's log in " + folder);
        System.out.println(Toll.HEAD);
        Toll all = new Toll();
        try (Chaos chaos = new Chaos(folder, database)) {
            chaos.train();
            for (FailPoint point : points) {
                Toll toll = chaos.at(point, each);
                System.out.println(toll.row(point.name()));
                all.add(toll);
            }
            Toll toll = chaos.atRandom(random, new SplittableRandom(seed));
            System.out.println(toll.row("random"));
            all.add(toll);
        }
        System.out.println(all.row("all"));
        all.broken().forEach(what -> System.out.println("BROKEN: " + what));
        System.exit(all.broken().isEmpty() ? 0 : 1);
    }
}

package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.message.Message;

/// What the installer runs by hand.
@Tag("real")
@ExtendWith(InRealWorld.class)
class RealCommandLineTest {
    private final RealWorld world;
    private final Path folder;

    RealCommandLineTest(RealWorld world, @TempDir Path folder) {
        this.world = world;
        this.folder = folder;
    }

    @Test
    void checkLiveReachesEverything() throws IOException {
        try (Site site = new Site(folder, Targets.well(world))) {
            Programs.Ended check =
                    PikettProgram.run("check", "--live", "--config", site.config().toString());

            assertThat(check.exit()).as(check.output()).isZero();
            assertThat(check.output())
                    .contains(
                            "✔ telegram: @pikett_real_bot",
                            "✔ host prod-1: answers in",
                            "✔ service ai-admin-api: ",
                            "✔ health of ai-admin-api: HTTP 200",
                            "✔ queue messages: ")
                    .doesNotContain("✘");
        }
    }

    @Test
    void checkLiveNamesWhatIsBroken() throws IOException {
        try (Site site = new Site(folder, Targets.all(world, folder.resolve("journal")))) {
            Programs.Ended check =
                    PikettProgram.run("check", "--live", "--config", site.config().toString());

            assertThat(check.exit()).as(check.output()).isEqualTo(78);
            assertThat(check.output())
                    .contains(
                            "✔ service ai-admin-api: ",
                            "✘ service ai-admin-worker-v2: looping",
                            "✘ service support: failed",
                            "✘ health of site: HTTP 502",
                            "✘ health of realtime: connection refused by 127.0.0.1:"
                                    + world.closedPort());
        }
    }

    @Test
    void theAuditNoticesAFlippedByte() throws Exception {
        Path database;
        String config;
        try (Site site = new Site(folder, Targets.all(world, folder.resolve("journal")))) {
            Phone anna = site.phone(site.cast().anna());
            for (String id : new String[] {"1", "2"}) {
                Message offer = anna.ask("/recover company " + id, "Run Restore one company?");
                anna.tap(offer, "Run");
                anna.becomes(offer, "Restore one company is done");
            }
            assertThat(site.stop()).as("an orderly end").isZero();
            database = site.database();
            config = site.config().toString();

            Programs.Ended intact = PikettProgram.run("audit", "verify", "--config", config);
            assertThat(intact.output()).contains("intact, 4 rows");
            assertThat(intact.exit()).isZero();

            Programs.Ended exported = PikettProgram.run("audit", "export", "--config", config);
            assertThat(exported.output().lines().filter(line -> line.contains("anna"))).hasSize(4);

            flipOneBit(database, thirdHash(database));

            Programs.Ended broken = PikettProgram.run("audit", "verify", "--config", config);
            assertThat(broken.output()).contains("broken at row");
            assertThat(broken.exit()).isEqualTo(1);
        }
    }

    private static String thirdHash(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT hash FROM audit ORDER BY seq LIMIT 3")) {
            String hash = "";
            while (rows.next()) {
                hash = rows.getString(1);
            }
            return hash;
        }
    }

    /// As a disk would: a single bit, behind the back of the database.
    private static void flipOneBit(Path file, String where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(where);
        assertThat(at).as("the row is in the file itself").isPositive();
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}

package pikett.adapters;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pikett.adapters.failpoint.FailPoint;

final class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("pikett.adapters");

    @Test
    void packages_form_layers_without_circles() {
        slices().matching("pikett.adapters.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_here_knows_what_decides_talks_or_plays() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("pikett.alerts..", "pikett.bot..", "pikett.playground..")
                .check(CLASSES);
    }

    @Test
    void each_library_is_known_where_it_belongs() {
        onlyIn("pikett.adapters.ssh", "com.jcraft..");
        onlyIn("pikett.adapters.http", "okhttp3..", "okio..");
        onlyIn("pikett.adapters.mail", "jakarta.mail..", "org.eclipse.angus..");
        onlyIn("pikett.adapters.queue", "redis..");
        onlyIn("pikett.adapters.store", "com.zaxxer..", "org.flywaydb..");
        onlyIn("pikett.adapters.store", "org.sqlite..", "org.postgresql..");
    }

    @Test
    void ports_know_no_way_to_reach_anything() {
        noClasses()
                .that()
                .resideInAnyPackage("pikett.adapters.host", "pikett.adapters.redaction")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pikett.adapters.ssh",
                        "pikett.adapters.local",
                        "pikett.adapters.http",
                        "pikett.adapters.process",
                        "pikett.adapters.queue",
                        "pikett.adapters.store")
                .check(CLASSES);
    }

    @Test
    void supervisors_and_queues_reach_hosts_through_the_ports_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("pikett.adapters.process", "pikett.adapters.queue")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("pikett.adapters.ssh", "pikett.adapters.local")
                .check(CLASSES);
    }

    @Test
    void only_tests_set_traps() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(FailPoint.class.getName())
                .should()
                .callMethod(FailPoint.class, "trap", Consumer.class)
                .check(CLASSES);
    }

    @Test
    void time_and_waiting_come_from_outside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .check(CLASSES);
    }

    private static void onlyIn(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(CLASSES);
    }
}

package pikett.alerts;

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
                    .importPackages("pikett.alerts");

    @Test
    void packages_form_layers_without_circles() {
        slices().matching("pikett.alerts.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void labels_alerts_mutes_and_routes_are_pure_values() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "pikett.alerts.label",
                        "pikett.alerts.alert",
                        "pikett.alerts.mute",
                        "pikett.alerts.route")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void what_decides_knows_no_telegram_no_ssh_and_no_http_library() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pikett.bot..",
                        "pikett.playground..",
                        "pikett.adapters.ssh..",
                        "pikett.adapters.local..",
                        "org.telegram..",
                        "com.jcraft..",
                        "okhttp3..",
                        "redis..",
                        "org.eclipse.jetty..",
                        "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void only_one_package_knows_quartz() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pikett.alerts.scheduler")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quartz..")
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
}

package pikett.bot;

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
                    .importPackages("pikett.bot");

    @Test
    void packages_form_layers_without_circles() {
        slices().matching("pikett.bot.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_edge_knows_the_telegram_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pikett.bot.telegram")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.telegram..", "okhttp3..")
                .check(CLASSES);
    }

    @Test
    void only_one_package_knows_logback_jetty_picocli_and_micrometer() {
        onlyIn("pikett.bot.log", "ch.qos.logback..");
        onlyIn("pikett.bot.inbound", "org.eclipse.jetty..");
        onlyIn("pikett.bot.app", "picocli..");
        onlyIn("pikett.bot.app", "io.micrometer..");
    }

    @Test
    void only_the_wiring_and_the_demo_know_the_playground() {
        onlyIn("pikett.bot.app", "pikett.playground..");
    }

    @Test
    void only_the_wiring_constructs_what_reaches_out() {
        onlyIn("pikett.bot.app", "pikett.adapters.ssh..", "pikett.adapters.local..");
    }

    @Test
    void cards_know_no_telegram_no_store_and_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("pikett.bot.card", "pikett.bot.view", "pikett.bot.language")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("pikett.adapters.store..", "org.telegram..", "org.jdbi..")
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
                .that()
                .resideOutsideOfPackage("pikett.bot.app")
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

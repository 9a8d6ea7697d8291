package pikett.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pikett.adapters.failpoint.FailPoint;
import pikett.bot.inbound.Authentication;
import pikett.config.Secret;

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
        onlyIn("pikett.bot.trace", "io.opentelemetry..");
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

    /// T36. What lies in the database is text and numbers, never an object that does something when it is
    /// read.
    @Test
    void nobody_reads_or_writes_java_objects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class)
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("pikett"));
    }

    /// T28. How long a comparison takes must not tell how much of a secret was right.
    @Test
    void what_a_sender_shows_is_compared_in_constant_time_and_in_one_place() {
        noClasses()
                .that()
                .resideInAPackage("pikett.bot.inbound")
                .and()
                .doNotHaveFullyQualifiedName(Authentication.class.getName())
                .should()
                .callMethod(Secret.class, "reveal")
                .check(CLASSES);
        noClasses()
                .that()
                .haveFullyQualifiedName(Authentication.class.getName())
                .should()
                .callMethod(String.class, "equals", Object.class)
                .orShould()
                .callMethod(String.class, "equalsIgnoreCase", String.class)
                .orShould()
                .callMethod(String.class, "contentEquals", CharSequence.class)
                .orShould()
                .callMethod(Secret.class, "equals", Object.class)
                .orShould()
                .callMethod(Objects.class, "equals", Object.class, Object.class)
                .orShould()
                .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
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

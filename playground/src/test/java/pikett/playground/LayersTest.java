package pikett.playground;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The direction between the packages of this module, and which of them know which library.
final class LayersTest {
    private static final String TELEGRAM = "pikett.playground.telegram..";
    private static final String BOTAPI = "pikett.playground.botapi..";
    private static final String WORLD = "pikett.playground.world..";
    private static final String PAGE = "pikett.playground.page..";
    private static final String JETTY = "org.eclipse.jetty..";

    private static final JavaClasses MODULE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("pikett.playground");

    @Test
    void packagesFormNoCircles() {
        slices().matching("pikett.playground.(**)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void theCloudKnowsNeitherItsServersNorTheWorld() {
        noClasses()
                .that()
                .resideInAPackage(TELEGRAM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BOTAPI, PAGE, WORLD)
                .check(MODULE);
    }

    @Test
    void theBotApiKnowsNeitherThePageNorTheWorld() {
        noClasses()
                .that()
                .resideInAPackage(BOTAPI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PAGE, WORLD)
                .check(MODULE);
    }

    @Test
    void theWorldKnowsNoChat() {
        noClasses()
                .that()
                .resideInAPackage(WORLD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TELEGRAM, BOTAPI, PAGE)
                .allowEmptyShould(true)
                .check(MODULE);
    }

    @Test
    void theCloudKnowsNoLibrary() {
        noClasses()
                .that()
                .resideInAPackage(TELEGRAM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JETTY, "com.fasterxml..")
                .check(MODULE);
    }

    @Test
    void ofTheBotApiOnlyTheServerKnowsJetty() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "pikett.playground.botapi.json",
                        "pikett.playground.botapi.markup",
                        "pikett.playground.botapi.fault")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JETTY)
                .check(MODULE);
    }

    @Test
    void theWorldKnowsNoJetty() {
        noClasses()
                .that()
                .resideInAPackage(WORLD)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JETTY)
                .check(MODULE);
    }

    @Test
    void nothingHereKnowsThePrograms() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pikett.config..", "pikett.adapters..", "pikett.alerts..", "pikett.bot..")
                .check(MODULE);
    }

    @Test
    void timeIsInjected() {
        noClasses()
                .that()
                .resideInAnyPackage(TELEGRAM, BOTAPI, PAGE, WORLD)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .check(MODULE);
    }
}

package pikett.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("pikett.config");

    @Test
    void packagesFormLayers() {
        slices().matching("pikett.(config..)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shapesKnowNoSection() {
        noClasses()
                .that()
                .resideInAPackage("pikett.config.shape")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("pikett.config.section", "pikett.config.file")
                .check(CLASSES);
    }

    @Test
    void onlyShapesAndThePrinterKnowYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pikett.config.shape", "pikett.config.file")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..")
                .check(CLASSES);
    }

    @Test
    void nothingHereKnowsWhatIsMadeFromIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pikett.adapters..",
                        "pikett.alerts..",
                        "pikett.bot..",
                        "pikett.playground..")
                .check(CLASSES);
    }

    @Test
    void sectionsAreToldTheirSurroundings() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pikett.config.file")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CLASSES);
    }
}

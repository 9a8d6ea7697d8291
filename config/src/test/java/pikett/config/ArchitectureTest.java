package pikett.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
}

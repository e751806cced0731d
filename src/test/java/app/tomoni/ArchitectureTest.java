package app.tomoni;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** The whole cost of moving to a compatible engine. */
    @Test
    void onlyTheProcessModuleAndStepsKnowTheEngine() {
        var application = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.tomoni");

        noClasses()
                .that()
                .resideOutsideOfPackages("app.tomoni.process..", "app.tomoni.workbench..", "db.migration..")
                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(JavaDelegate.class)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(application);
    }
}

package app.tomoni;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

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

    /**
     * What a refusal must not undo is done in a transaction of its own before: a command that commits in spite of a
     * refusal fails as soon as what it calls has a transaction by the usual rule.
     */
    @Test
    void aRefusalUndoesTheWholeCommand() {
        var application = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.tomoni");

        assertThat(application.stream()
                        .flatMap(type -> Stream.concat(
                                type.tryGetAnnotationOfType(Transactional.class).stream(),
                                type.getMethods().stream()
                                        .flatMap(
                                                method -> method.tryGetAnnotationOfType(Transactional.class).stream())))
                        .filter(how -> how.noRollbackFor().length + how.noRollbackForClassName().length > 0))
                .isEmpty();
    }

    /** Nobody loses typed text: a page with a field knows a keeper, or it stands here why there is nothing to lose. */
    @Test
    void whatPeopleTypeIsKept() {
        var searches = Set.of("InboxView", "LettersView", "OrganisationsView", "SearchView");
        var secrets = Set.of("CodeView"); // a code of a letter is kept in no browser
        var keepers = Set.of("ActForm", "DraftFields", "Keeper", "KeptForm", "KeptInBrowser", "KeptTexts", "ShortForm");
        var application = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.tomoni");

        assertThat(application.stream()
                        .filter(page -> !page.isAssignableTo(TextFieldBase.class)) // whoever shows this field keeps it
                        .filter(page -> page.getConstructorCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isAssignableTo(TextFieldBase.class)))
                        .filter(page -> page.getDirectDependenciesFromSelf().stream()
                                .noneMatch(other ->
                                        keepers.contains(other.getTargetClass().getSimpleName())))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !searches.contains(name) && !secrets.contains(name)))
                .isEmpty();
    }
}

package app.tomoni.form;

import static app.tomoni.form.Samples.answers;
import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.Yen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposalFormTest {

    private final FormDefinition form = read("proposal");

    @Test
    void everyFormThatComesAlongIsSupportedAndNamedAsItsFile() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".form"))
                            .map(name -> name.substring(0, name.length() - 5)))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(read(name).id()).isEqualTo(name));
        }
    }

    @Test
    void theProposalHasTheSectionsOfThePaper() {
        assertThat(form.sections())
                .extracting(Section::title)
                .containsExactly("団体について", "課題とねらい", "事業の内容", "役割と協働", "収支予算", "成果の見方", "添付書類", "公開への同意・誓約");
    }

    @Test
    void anEmptyProposalIsAskedForEverythingThatIsRequiredAndNothingElse() {
        var rules = new FormRules(new BudgetRule(1, 2, new Yen(250_000), new Yen(1_000)), null, null);

        var errors = form.validate(Answers.NONE, rules);

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyElementsOf(form.fields()
                        .filter(Field::required)
                        .map(Field::key)
                        .filter(key -> !List.of("previousResults", "otherFundingDetails")
                                .contains(key))
                        .toList());
    }

    @Test
    void whatIdentifiesPersonsIsNeverPublic() {
        assertThat(form.fields().filter(Field::isPublic).map(Field::key))
                .doesNotContain("implementationTeam", "roles", "schedule", "attachments", "otherFunding");
    }

    @Test
    void listsOfNamesAndPledgesAreNotForReviewers() {
        assertThat(form.fields().filter(field -> !field.isForReviewers()).map(Field::key))
                .containsExactly("confidentialAttachments", "publicationConsent", "antiCrimePledge");
    }

    @Test
    void theFilesOfAllFieldsCountTogether() {
        var file = Map.of("file", "0196f0f4-2f1c-7000-8000-000000000001", "name", "規約.pdf");
        var answers = answers(
                "attachments", Collections.nCopies(8, file), "confidentialAttachments", Collections.nCopies(3, file));

        assertThat(form.validate(answers, new FormRules(null, null, null)))
                .filteredOn(error -> error.messageKey().equals("form.error.too-many-files"))
                .extracting(FieldError::field)
                .containsExactly("confidentialAttachments");
    }

    private static FormDefinition read(String name) {
        try {
            return FormDefinition.parse(Files.readAllBytes(Path.of("forms", name + ".form")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

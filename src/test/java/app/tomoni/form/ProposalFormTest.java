package app.tomoni.form;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.Yen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static FormDefinition read(String name) {
        try {
            return FormDefinition.parse(Files.readAllBytes(Path.of("forms", name + ".form")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

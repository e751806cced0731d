package app.tomoni.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.IntegrationTest;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;

@IntegrationTest
class FilesTest {

    @Autowired
    private Files files;

    @Autowired
    private Downloads downloads;

    @Autowired
    private People people;

    @Value("${tomoni.data}")
    private Path data;

    private PersonId yamada;

    @BeforeEach
    void somebodyHandsIn() {
        yamada = people.add("山田 花", "ヤマダ ハナ", null);
    }

    @Test
    void bytesAreKeptUnderTheirHashAndFactsBesideThem() throws IOException {
        var bytes = unique();

        var file = files.store("会則 .pdf", new ByteArrayInputStream(bytes), yamada);

        var sha = Sha256.of(bytes);
        assertThat(file.sha256()).isEqualTo(sha);
        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(files.facts(file.id())).isEqualTo(file);
        assertThat(data.resolve("files/" + sha.substring(0, 2) + "/" + sha.substring(2, 4) + "/" + sha))
                .hasBinaryContent(bytes);
        try (var in = files.open(file.id())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theSameBytesLieOnDiskOnce() throws IOException {
        var bytes = unique();

        var first = files.store("一.pdf", new ByteArrayInputStream(bytes), yamada);
        var second = files.store("二.pdf", new ByteArrayInputStream(bytes), yamada);

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(onDisk(first.sha256())).hasSize(1);
        assertThat(files.facts(List.of(first.id(), second.id(), new FileId(Ids.next()))))
                .hasSize(2);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> files.store("大.pdf", new ByteArrayInputStream(new byte[10_485_761]), yamada))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("document.file.too-large"));
        assertThatThrownBy(() -> files.store("空.pdf", new ByteArrayInputStream(new byte[0]), yamada))
                .isInstanceOf(Refusal.class);

        try (var left = java.nio.file.Files.list(data.resolve("files/incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDownloadIsNeverShownByTheBrowser() throws IOException {
        var file = files.store("会則.pdf", new ByteArrayInputStream(unique()), yamada);

        var answer = downloads.send(file.id(), () -> true);

        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"__.pdf\"; filename*=UTF-8''%E4%BC%9A%E5%89%87.pdf");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getBody().getContentAsByteArray()).hasSize((int) file.size());
    }

    @Test
    void forbiddenAndAbsentLookTheSame() {
        var file = files.store("会則.pdf", new ByteArrayInputStream(unique()), yamada);

        assertThat(downloads.send(file.id(), () -> false))
                .isEqualTo(downloads.send(new FileId(Ids.next()), () -> true));
    }

    @Test
    void aLetterOfOurOwnIsKeptWithoutQuestions() throws IOException {
        var letter = files.archive("結果.pdf", "application/pdf", "%PDF-x".getBytes(StandardCharsets.UTF_8));

        assertThat(files.open(letter.id()).readAllBytes()).asString().isEqualTo("%PDF-x");
    }

    private List<Path> onDisk(String sha) throws IOException {
        try (var all = java.nio.file.Files.walk(data.resolve("files"))) {
            return all.filter(path -> path.getFileName().toString().equals(sha)).toList();
        }
    }

    private static byte[] unique() {
        return Samples.joined(Samples.pdf(), ("%" + Ids.next()).getBytes(StandardCharsets.UTF_8));
    }
}

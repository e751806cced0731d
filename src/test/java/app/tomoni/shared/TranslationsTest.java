package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

class TranslationsTest {

    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9'-]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    /** Words that Japanese readers know in Latin letters: kinds of files, names of standards, keys of the keyboard. */
    private static final Set<String> KNOWN = Set.of(
            "NPO",
            "PDF",
            "CSV",
            "JSON",
            "Excel",
            "Word",
            "PowerPoint",
            "JPEG",
            "PNG",
            "SHA-256",
            "ID",
            "URL",
            "FAX",
            "SNS",
            "QR",
            "Enter",
            "Ctrl",
            "Esc",
            "Alt",
            "Shift",
            "docx",
            "pdf",
            "xlsx",
            "pptx",
            "ZIP",
            "HTML",
            "SMTP",
            "MB",
            "UTF-8",
            "Shift_JIS",
            "PR",
            "HP",
            "BPMN",
            "DMN",
            "FEEL",
            "xlsm",
            "docm",
            "xls",
            "doc",
            "ppt",
            "OK",
            "iCalendar",
            "ics",
            "Tab",
            "Message-ID",
            "JPG",
            "XML",
            "jp",
            "br",
            "KB",
            "yyyy",
            "R8-");

    /**
     * A space between a Japanese word and the figure it counts: "は 3点 あります". A label may keep one before its value
     * ("合計 300円"), and so may what is not a figure, as an address.
     */
    private static final Pattern SPACED = Pattern.compile("(?:[はがをもへ中]|から|まで|より|いま|あと|うち|につき) (?:\\{\\d|\\d)"
            + "|(?:\\{\\d+[^{}]*}|\\d)(?:字|円|件|人|点|個|行|項目|日|回|通|KB) [ぁ-んァ-ヶ一-龠]"
            + "|\\{\\d+,[^{}]*} [ぁ-ん]");

    private static final Pattern FULL_WIDTH = Pattern.compile("[\\u3000-\\u303f\\uff00-\\uff60]");

    private static final Pattern ENGLISH_OF_A_DRAWING =
            Pattern.compile("name=\"(name|applicant|staff|public|next)\\.en\" value=\"([^\"]*)\"");

    private static final List<String> OTHER_TERMS = List.of(
            "handed in",
            "hand in",
            "hand it in",
            "ceiling",
            "whole budget",
            "next in line",
            " hash",
            "the most)",
            "cut down to",
            " no more.",
            "work no more",
            "a tie",
            "tie to ",
            "tied to",
            "let go",
            "await");

    /**
     * Marks of Japanese writing in code: what is read or written there is Japanese in every language of the interface, as
     * days and numbers that people type, the words of a drawing that are broken into lines, or the list of partners that a
     * proposal keeps in its group's language.
     */
    private static final Set<String> JAPANESE_BY_NATURE = Set.of(
            "DemoProposals.java",
            "Field.java",
            "JapaneseDates.java",
            "JapaneseText.java",
            "LetterCharacters.java",
            "Numbers.java",
            "PersonalData.java",
            "ProcessPicture.java",
            "ProfileRules.java",
            "Summary.java");

    private static final Pattern COMMENT = Pattern.compile("^\\s*/?\\*.*|//.*");
    private static final Pattern JAPANESE_MARK =
            Pattern.compile("[\\u3000-\\u303f\\u30fb\\uff00-\\uff60]|\\\\u(?:30[0-3]|30fb|ff[0-6])");

    /** "Who meets the conditions may join."; a question or a heading, such as "Who is writing", has no second verb. */
    private static final Pattern WHO =
            Pattern.compile("(?:^|[.:] )Who [a-z]+ [^.?]*\\b(?:may|cannot|gets|is out|is new|is invited)\\b");

    /** Findings in drawings and forms name what stands in the file, for the designer who mends it. */
    private static final Set<String> DESIGNERS = Set.of("form.definition.", "process.check.", "process.gate.");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    /** A sentence of the bundles, named. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[A-Za-z0-9-]+)+");

    /** What people read of a form or of a call, in whatever letters it is written. */
    private static final Set<String> READ = Set.of("label", "description", "text", "question", "title");

    private final Translations translations = new Translations();

    @Test
    void everySentenceIsThereInJapaneseAndEnglish() {
        assertThat(translations.texts(Locale.JAPANESE).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        translations.texts(Locale.ENGLISH).keySet());
    }

    @Test
    void noSentenceIsSaidTwice() throws IOException {
        for (var bundle :
                new PathMatchingResourcePatternResolver().getResources("classpath:vaadin-i18n/*.properties")) {
            var keys = bundle.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')));
            assertThat(keys).as(bundle.getFilename()).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesFillInTheSameFacts() {
        translations.texts(Locale.JAPANESE).forEach((key, japanese) -> {
            var english = translations.texts(Locale.ENGLISH).getOrDefault(key, "");
            assertThat(placeholders(english)).as(key).isSubsetOf(placeholders(japanese));
        });
    }

    @Test
    void everySentenceCanBeFilledIn() {
        translations
                .texts(Locale.JAPANESE)
                .forEach((key, text) -> assertThat(new MessageFormat(text, Locale.JAPANESE))
                        .as(key)
                        .isNotNull());
        translations
                .texts(Locale.ENGLISH)
                .forEach((key, text) -> assertThat(new MessageFormat(text, Locale.ENGLISH))
                        .as(key)
                        .isNotNull());
    }

    @Test
    void oneIsNotSaidAsMany() {
        assertThat(List.of(
                        english("proposal.home.yours", 1),
                        english("proposal.home.yours", 2),
                        english("decision.selections.answers", 1),
                        english("call.guide.decimals", 1),
                        english("shared.errors", 1),
                        english("account.people.caption", 1),
                        english("account.people.caption", 1_200),
                        english("account.holidays.problems", 1),
                        english("form.files.count", 1, 10, 9),
                        english("decision.board.sheets", 3)))
                .containsExactly(
                        "One of your cases is waiting for you.",
                        "2 of your cases are waiting for you. The one that is due first is on top.",
                        "Selection and decision are done. One group has still to answer.",
                        "1 decimal place",
                        "Please look at this point",
                        "1 person",
                        "1,200 people",
                        "Please correct 1 place and choose the file again. Nothing has changed.",
                        "1 file attached (up to 10 in all; 9 more possible)",
                        "3 reviewers scored");
    }

    private String english(String key, Object... arguments) {
        return translations.getTranslation(key, Locale.ENGLISH, arguments);
    }

    @Test
    void anApostropheDoesNotSwallowWhatIsFilledIn() {
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            translations.texts(language).forEach((key, text) -> {
                if (text.contains("{")) {
                    assertThat(text.replace("''", "").replaceAll("'[{}]'", ""))
                            .as(key)
                            .doesNotContain("'");
                }
            });
        }
    }

    /** The reasons of a result stand on its page, below sums that are written so. */
    @Test
    void moneyIsWrittenInOneWayInEnglishReasonsToo() throws IOException {
        assertThat(new ClassPathResource("app/tomoni/scoring/messages_en.properties")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("¥{yen}")
                .doesNotContain(" yen", "ceiling");
    }

    @Test
    void englishHasOneTermForOneThing() {
        translations.texts(Locale.ENGLISH).forEach((key, text) -> {
            if (DESIGNERS.stream().noneMatch(key::startsWith)) {
                assertThat(text)
                        .as(key)
                        .doesNotContainIgnoringCase(OTHER_TERMS.toArray(String[]::new))
                        .doesNotContain("} yen", "\"", "’");
            }
        });
    }

    @Test
    void theEnglishOfTheDrawingsIsPlain() throws IOException {
        for (var drawing : List.of("citizen-proposal", "screening", "selection")) {
            var texts = ENGLISH_OF_A_DRAWING
                    .matcher(Files.readString(Path.of("processes/" + drawing + ".bpmn")))
                    .results()
                    .toList();
            assertThat(texts).isNotEmpty();
            for (var text : texts) {
                assertThat(text.group(2))
                        .doesNotContainIgnoringCase(OTHER_TERMS.toArray(String[]::new))
                        .doesNotContain(";", "’")
                        .matches(text.group(1).equals("name") ? "[A-Z].*[^.]" : "(?:[A-Z]|\\{who}).*[.]]?");
            }
        }
    }

    @Test
    void whatIsSeveralIsListedAsTheLanguageDoes() {
        var refusal = new Refusal("decision.publication.announcement.named", List.of("P1", "P2"));

        assertThat(translations.of(refusal, Locale.JAPANESE)).contains("（P1、P2）");
        assertThat(translations.of(refusal, Locale.ENGLISH)).contains("(P1, P2)");
    }

    /** What joins words or stands round them belongs to the language of the reader, and so among the texts. */
    @Test
    void codeWritesNoMarksOfJapanese() throws IOException {
        var marked = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !JAPANESE_BY_NATURE.contains(each.getFileName() + ""))
                    .toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> JAPANESE_MARK
                                .matcher(COMMENT.matcher(line).replaceAll(""))
                                .find())
                        .forEach(line -> marked.add(file.getFileName() + ": " + line.strip()));
            }
        }

        assertThat(marked).isEmpty();
    }

    /** Whoever it is said of: "those who", "anybody", "whoever". */
    @Test
    void noEnglishSentenceBeginsWithWhoThatAsksNothing() {
        var begun = new TreeSet<String>();
        translations.texts(Locale.ENGLISH).forEach((key, text) -> {
            if (WHO.matcher(text).find()) {
                begun.add(key + ": " + text);
            }
        });

        assertThat(begun).isEmpty();
    }

    /** A space or a bracket as wide as a letter of Japanese tears an English line apart. */
    @Test
    void englishHasNothingOfFullWidth() throws IOException {
        var wide = new TreeSet<String>();
        translations.texts(Locale.ENGLISH).forEach((key, text) -> {
            if (FULL_WIDTH.matcher(text).find()) {
                wide.add(key + ": " + text);
            }
        });
        for (var page : new PathMatchingResourcePatternResolver().getResources("classpath:templates/**/*.html")) {
            if (FULL_WIDTH
                    .matcher(page.getContentAsString(StandardCharsets.UTF_8))
                    .find()) {
                wide.add(page.getFilename());
            }
        }

        assertThat(wide).isEmpty();
    }

    @Test
    void theJapaneseInterfaceHasNoForeignWords() {
        var foreign = new TreeSet<String>();
        translations.texts(Locale.JAPANESE).forEach((key, text) -> {
            if (DESIGNERS.stream().noneMatch(key::startsWith)) {
                foreignIn(key, text, foreign);
            }
        });

        assertThat(foreign).isEmpty();
    }

    /** What a city draws and edits is read on the same screens and letters as the bundles. */
    @ParameterizedTest
    @EnumSource
    void whatStandsInFilesHasNoForeignWords(Written files) throws IOException {
        var foreign = new TreeSet<String>();
        var read = new ArrayList<String>();
        for (var places : files.places) {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + places)) {
                files.texts.of(file.getContentAsString(StandardCharsets.UTF_8)).forEach(text -> {
                    read.add(text);
                    foreignIn(Objects.requireNonNull(file.getFilename()), text, foreign);
                });
            }
        }

        assertThat(foreign).isEmpty();
        assertThat(read).as("texts that people read").hasSizeGreaterThan(files.atLeast);
        assertThat(read.getFirst() + "Deadline").matches(text -> {
            foreignIn("", text, foreign);
            return foreign.size() == 1;
        });
    }

    private static void foreignIn(String where, String text, Set<String> foreign) {
        LATIN.matcher(text.replaceAll("\\{[^}]*}", " "))
                .results()
                .map(match -> match.group())
                .filter(word -> !KNOWN.contains(word))
                .forEach(word -> foreign.add(where + ": " + word));
    }

    private interface Texts {
        List<String> of(String content);
    }

    /** Where texts for people stand outside of the bundles, and how they are told from what machines read. */
    enum Written {
        DRAWINGS(60, TranslationsTest::drawn, "processes/*.bpmn"),
        TABLES(30, TranslationsTest::tabled, "processes/*.dmn"),
        FORMS(100, TranslationsTest::written, "forms/*.form"),
        CALLS(50, TranslationsTest::written, "calls/*.json", "calls/templates/*.json"),
        SAMPLES(50, TranslationsTest::written, "organisations/*.json", "proposals/*.json", "demo/*.json"),
        PAGES(1, TranslationsTest::laidOut, "templates/**/*.html"),
        MAILS(60, TranslationsTest::mailed, "templates/mail/*.txt");

        private final int atLeast;
        private final Texts texts;
        private final List<String> places;

        Written(int atLeast, Texts texts, String... places) {
            this.atLeast = atLeast;
            this.texts = texts;
            this.places = List.of(places);
        }
    }

    /** A message is called as the code calls it; nobody reads its name. */
    private static List<String> drawn(String content) {
        var drawing = Jsoup.parse(content, Parser.xmlParser());
        var texts = new ArrayList<String>();
        drawing.select("[name]").forEach(element -> {
            var tag = element.tagName().replaceFirst(".*:", "");
            if (tag.equals("property")) {
                if (Set.of("applicant", "staff", "public", "next").contains(element.attr("name"))) {
                    texts.add(element.attr("value"));
                }
            } else if (!tag.equals("message")) {
                texts.add(element.attr("name"));
            }
        });
        drawing.select("*|documentation, *|text").forEach(element -> texts.add(element.text()));
        return texts;
    }

    /** The columns that a person reads in Japanese; others hold names of fields, of outcomes, and English. */
    private static List<String> tabled(String content) {
        var table = Jsoup.parse(content, Parser.xmlParser());
        var texts = new ArrayList<>(table.select("[label]").eachAttr("label"));
        texts.addAll(table.select("definitions, decision").eachAttr("name"));
        texts.addAll(table.select("description, annotationEntry > text").eachText());
        var outputs = table.select("output").eachAttr("name");
        assertThat(outputs).contains("criterion", "finding");
        table.select("rule").forEach(rule -> {
            var entries = rule.select("outputEntry > text").eachText();
            texts.add(entries.get(outputs.indexOf("criterion")));
            texts.add(entries.get(outputs.indexOf("finding")));
        });
        return texts;
    }

    private static List<String> written(String content) {
        var texts = new ArrayList<String>();
        collect("", Json.parse(content), texts);
        return texts;
    }

    private static void collect(String name, JsonNode node, List<String> texts) {
        if (node.isString()) {
            var text = node.asString();
            if (JAPANESE.matcher(text).find()
                    || READ.contains(name)
                            && !text.isBlank()
                            && !KEY.matcher(text).matches()) {
                texts.add(text);
            }
        } else if (node.isObject()) {
            node.properties().forEach(property -> collect(property.getKey(), property.getValue(), texts));
        } else {
            node.forEach(entry -> collect(name, entry, texts));
        }
    }

    /** What stands in an element that a template fills is only there to look at the template. */
    private static List<String> laidOut(String content) {
        var page = Jsoup.parse(content, Parser.xmlParser());
        page.select("style, script, [th:text], [th:utext], [th:replace]").forEach(filled -> filled.empty());
        var texts = new ArrayList<String>();
        page.getAllElements().forEach(element -> {
            texts.add(element.ownText());
            List.of("alt", "title", "aria-label", "placeholder").forEach(name -> texts.add(element.attr(name)));
        });
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static List<String> mailed(String content) {
        return content.replaceAll("\\[\\(\\$\\{.*?}\\)]|\\[#.*?]|\\[/]", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void noSpaceStandsRoundTheFiguresOfAJapaneseSentence() {
        var spaced = new TreeSet<String>();
        translations.texts(Locale.JAPANESE).forEach((key, text) -> {
            if (SPACED.matcher(text).find()) {
                spaced.add(key + ": " + text);
            }
        });

        assertThat(spaced).isEmpty();
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}

package khos.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.analysis.Analyzers;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.mongolian.Letters;
import khos.mongolian.Skeleton;
import khos.mongolian.Word;
import khos.mongolian.WordList;
import khos.publication.Publications;
import khos.storage.TestDatabase;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class SearchTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final String CHINESE = "互译“云课堂”自二〇二一年起播出，点击量超过30万次。译者每天面对的，是让两种文字说同一件事；𠀀也要找到。";
    private static final String MONGOLIAN = "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ\u202fᠶᠢᠨ ᠨᠣᠮ\u180eᠤᠨ ᠬᠢᠴᠢᠶᠡᠯ᠂ ᠨᠠᠷ\u180eᠠ ᠰᠠᠷ\u180bᠠ᠃";

    private ConfigurableApplicationContext context;
    private Search search;
    private String document;

    @BeforeEach
    void publish() {
        As.signIn(Role.EDITOR);
        context =
                TestDatabase.SQLITE.start(Rooms.class, Search.class, SearchIndex.class, Indexer.class, Synonyms.class);
        search = context.getBean(Search.class);
        document = context.getBean(Translations.class)
                .extract(
                        TextKind.LESSON,
                        "first",
                        PAIR,
                        "---\ntitle: 标题里的词\n---\n" + CHINESE + "\n",
                        "---\ntitle: ᠨᠣᠮ\n---\n" + MONGOLIAN + "\n",
                        State.FINAL)
                .id();
        for (Language language : Language.values()) {
            context.getBean(Publications.class).publish(document, language);
        }
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    private Hits find(String text) {
        return search.find(Query.of(text, 20));
    }

    @Test
    void everySubstringOfChineseIsFoundAndMarked() {
        int[] points = CHINESE.codePoints().toArray();
        for (int from = 0; from < points.length; from++) {
            for (int to = from + 1; to <= Math.min(points.length, from + 12); to++) {
                String part = new String(points, from, to - from);
                if (part.matches(".*[\\p{Punct}“”，。；].*")
                        || Analyzers.tokens(part).isEmpty()
                        || part.matches("\\d+.*|.*\\d")) {
                    continue;
                }
                Hits hits = find(part);
                assertThat(hits.total()).as(part).isEqualTo(1);
                Hit.Face hit = hits.hits().getFirst().face(Language.CHINESE).orElseThrow();
                String marked = String.join(
                        "",
                        hit.marks().stream().map(span -> span.of(hit.snippet())).toList());
                assertThat(marked).as(part).contains(part);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ᠨᠣᠮ",
                "ᠨᠣᠮ\u180eᠤᠨ",
                "ᠨᠣᠮ\u202fᠤᠨ",
                "ᠨᠣ\u180bᠮ",
                "ᠬᠡᠯᠡ",
                "ᠬᠡᠯᠡ\u202fᠶᠢᠨ",
                "ᠨᠠᠷ\u180eᠠ",
                "ᠰᠠᠷᠠ",
                "ᠮᠣᠩᠭᠣᠯ ᠬᠢᠴᠢᠶᠡᠯ",
                "ᠮᠤᠩᠭᠤᠯ",
                "ᠨᠤᠮ"
            })
    void aMongolianWordIsFoundWithAndWithoutSuffixesAndSelectors(String word) {
        assertThat(find(word).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.faces().getFirst().language()).isEqualTo(Language.MONGOLIAN);
            assertThat(hit.faces().getFirst().found()).isTrue();
            assertThat(hit.faces().getLast().found()).isFalse();
        });
    }

    @Test
    void allWordsAreWantedAndMinusExcludes() {
        assertThat(find("云课堂 译者").total()).isEqualTo(1);
        assertThat(find("云课堂 骆驼").total()).isZero();
        assertThat(find("云课堂 -译者").total()).isZero();
        assertThat(find("云课堂 -骆驼").total()).isEqualTo(1);
        assertThat(find("\"每天面对\"").total()).isEqualTo(1);
        assertThat(find("\"面对每天\"").total()).isZero();
        assertThat(find("30万").total()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "“",
                "-",
                "--",
                "-\"",
                "*:*",
                "AND OR NOT",
                "a AND (",
                "[1 TO 2]",
                "~",
                "^",
                "\\",
                "/.*/",
                "\ud800",
                "\udc00\ud800",
                "\u180e",
                "\u202f\u202f",
                "。，！",
                "- - -",
                "\"\"\"\"",
                "title:云课堂"
            })
    void nothingIsASyntaxError(String text) {
        assertThat(find(text)).isNotNull();
    }

    @Test
    void aVeryLongQuestionIsAnswered() {
        assertThat(find("云".repeat(10_000))).isNotNull();
        assertThat(find("云 ".repeat(5_000))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"云课堂", "\"每天面对\""})
    void aPageFarBehindIsEmpty(String text) {
        Query far = new Query(text, Query.Filter.NONE, Query.Order.RELEVANCE, 1_000_000_000, 20);
        assertThat(search.find(far).hits()).isEmpty();
        assertThat(search.find(far).total()).isEqualTo(1);
    }

    private Hits find(String text, Query.Filter filter) {
        return search.find(new Query(text, filter, Query.Order.RELEVANCE, 0, 20));
    }

    @Test
    void filtersNarrowTheAnswersAndEachFacetCountsUnderTheOthers() {
        Hits articles = find("云课堂", Query.Filter.NONE.ofKind(Optional.of(TextKind.ARTICLE)));
        assertThat(articles.total()).isZero();
        assertThat(articles.facets().kinds()).containsEntry(TextKind.LESSON, 1);
        assertThat(articles.facets().languages()).isEmpty();
        Hits lessons = find("云课堂", Query.Filter.NONE.ofKind(Optional.of(TextKind.LESSON)));
        assertThat(lessons.facets().languages())
                .containsEntry(Language.CHINESE, 1)
                .containsEntry(Language.MONGOLIAN, 1);
    }

    @Test
    void aQuestionInOneLanguageFindsTheTextInTheOther() {
        context.getBean(Publications.class).withdraw(document, Language.CHINESE);
        assertThat(find("ᠨᠣᠮ", Query.Filter.NONE.with(Optional.of(Language.MONGOLIAN)))
                        .total())
                .isEqualTo(1);
        context.getBean(Publications.class).publish(document, Language.CHINESE);
        Hits hits = find("云课堂", Query.Filter.NONE.with(Optional.of(Language.MONGOLIAN)));
        assertThat(hits.hits()).singleElement().satisfies(hit -> {
            Hit.Face mongolian = hit.face(Language.MONGOLIAN).orElseThrow();
            assertThat(mongolian.found()).isFalse();
            assertThat(mongolian.title()).isEqualTo("ᠨᠣᠮ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "雲課堂",
                "yunketang",
                "btldc",
                "BTL",
                "yúnkètáng",
                "yun2ke4tang2",
                "３０万",
                "nom",
                "mongol",
                "monggol",
                "hele"
            })
    void traditionalCharactersPinyinAndLatinFindToo(String text) {
        assertThat(find(text).total()).isEqualTo(1);
    }

    /** Every attested spelling of a look finds a text that has another, and nothing of another look is found. */
    @Test
    void lookalikesOfTheWordListFindEachOther() {
        context.getBean(Publications.class).withdraw(document, Language.CHINESE);
        List<String> words = WordList.words().stream()
                .map(Word::text)
                .filter(word -> word.chars().allMatch(Letters::isLetter)
                        && WordList.alike(word).size() > 1)
                .limit(400)
                .toList();
        assertThat(words).hasSize(400);
        String text = String.join(" ", words);
        String mongolian = context.getBean(Translations.class)
                .extract(TextKind.ARTICLE, "words", PAIR.reversed(), "---\ntitle: ᠦᠭᠡ\n---\n" + text + "\n")
                .id();
        assertThat(mongolian).isNotEmpty();
        context.getBean(Publications.class).publish(mongolian, Language.MONGOLIAN);
        for (String word : words) {
            for (Word alike : WordList.alike(word)) {
                Hits hits = find(alike.text());
                assertThat(hits.hits())
                        .as("%s for %s", alike.text(), word)
                        .extracting(Hit::slug)
                        .contains("words");
                Hit.Face face = hits.hits().stream()
                        .filter(hit -> hit.slug().equals("words"))
                        .flatMap(hit -> hit.face(Language.MONGOLIAN).stream())
                        .findFirst()
                        .orElseThrow();
                String key = Skeleton.of(word, Skeleton.Level.K2);
                assertThat(face.marks())
                        .as(alike.text())
                        .anySatisfy(mark -> assertThat(Skeleton.of(mark.of(face.snippet()), Skeleton.Level.K2))
                                .isEqualTo(key));
            }
        }
    }

    /** хичээл through the termbase; the concept knows 课 as well */
    @Test
    void confirmedTermsFindEachOtherInAllScripts() {
        assertThat(find("хичээл").total()).isZero();
        context.getBean(Termbase.class)
                .add(Concept.of(List.of(
                        new Term(Language.CHINESE, "讲课", Status.PREFERRED),
                        new Term(Language.MONGOLIAN, "ᠬᠢᠴᠢᠶᠡᠯ", Status.PREFERRED),
                        new Term(Language.MONGOLIAN, "хичээл", Status.ADMITTED))));
        assertThat(find("хичээл").total()).isEqualTo(1);
        assertThat(find("хичээлийн").total()).isEqualTo(1);
        assertThat(find("讲课").hits())
                .singleElement()
                .satisfies(hit -> assertThat(
                                hit.face(Language.MONGOLIAN).orElseThrow().marks())
                        .isNotEmpty());
    }

    @Test
    void answersInOrderOfTheirDateComeNewestFirst() {
        Hits hits = search.find(new Query("云", Query.Filter.NONE, Query.Order.DATE, 0, 20));
        assertThat(hits.hits())
                .isSortedAccordingTo(Comparator.comparing(Hit::date).reversed());
        assertThat(hits.total()).isEqualTo(1);
    }

    @Test
    void whatIsWithdrawnIsGoneWhenTheCallReturns() {
        context.getBean(Publications.class).withdraw(document, Language.CHINESE);
        assertThat(find("云课堂").total()).isZero();
        context.getBean(Publications.class).publish(document, Language.CHINESE);
        assertThat(find("云课堂").total()).isEqualTo(1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void theIndexIsBuiltAgainWhenItsFilesAreBroken() throws IOException {
        var index = context.getBean(SearchIndex.class);
        index.commit();
        Path folder = Path.of(context.getEnvironment().getRequiredProperty("khos.index"));
        index.destroy();
        for (Path file : files(folder)) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        assertAnswersAfterRestart(folder);
    }

    @Test
    void theIndexCatchesUpFromWhereItWas() throws IOException {
        var index = context.getBean(SearchIndex.class);
        Path folder = Path.of(context.getEnvironment().getRequiredProperty("khos.index"));
        index.destroy();
        assertAnswersAfterRestart(folder);
    }

    @Test
    void anIndexAheadOfTheDatabaseIsBuiltAgain() throws IOException {
        var index = context.getBean(SearchIndex.class);
        index.apply(List.of(), List.of(), index.seq(), 999);
        context.getBean(Indexer.class).catchUp();
        assertThat(index.seq()).isEqualTo(2);
        assertThat(find("云课堂").total()).isEqualTo(1);
    }

    private void assertAnswersAfterRestart(Path folder) throws IOException {
        var index = new SearchIndex(folder);
        var indexer = new Indexer(index, context.getBean(Publications.class));
        indexer.catchUp();
        assertThat(index.seq()).isEqualTo(2);
        var found = new Search(index, indexer, context.getBean(Synonyms.class)).find(Query.of("云课堂", 20));
        assertThat(found.total()).isEqualTo(1);
        index.destroy();
        // The context closes its own index; give it one that can be closed.
        context.getBean(SearchIndex.class).reopen();
    }

    /** While the site is up. */
    private void assertAnswersAfterTheNextLook() {
        context.getBean(Indexer.class).poll();
        assertThat(find("云课堂").total()).isEqualTo(1);
        assertThat(find("ᠨᠣᠮ").hits().getFirst().faces().getFirst().marks()).isNotEmpty();
        assertThat(search.progress()).isEqualTo(1);
        context.getBean(Publications.class).withdraw(document, Language.CHINESE);
        assertThat(find("云课堂").total()).isZero();
    }

    private Path committed() throws IOException {
        context.getBean(SearchIndex.class).commit();
        assertThat(context.getBean(SearchIndex.class).isIntact()).isTrue();
        return Path.of(context.getEnvironment().getRequiredProperty("khos.index"));
    }

    @Test
    void anIndexThatIsDeletedWhileItIsReadIsBuiltAgain() throws IOException {
        Path folder = committed();
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        assertThat(context.getBean(SearchIndex.class).isIntact()).isFalse();
        assertAnswersAfterTheNextLook();
    }

    @Test
    void anIndexWhoseFolderIsMovedAwayIsBuiltAgain() throws IOException {
        Path folder = committed();
        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
        assertAnswersAfterTheNextLook();
    }

    @Test
    void anIndexWhoseFilesAreCutIsBuiltAgain() throws IOException {
        for (Path file : files(committed())) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 3);
            }
        }
        assertAnswersAfterTheNextLook();
    }

    /** A mapped file that was cut is noticed by the one who reads it. */
    @Test
    void aReaderOfAnIndexThatWasCutGetsNoError() throws IOException {
        for (Path file : files(committed())) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
        assertThat(find("云课堂").total()).isBetween(0, 1);
        assertThat(find("ᠨᠣᠮ").total()).isBetween(0, 1);
        assertAnswersAfterTheNextLook();
    }

    @Test
    void anIndexWhoseFilesAreOverwrittenIsBuiltAgain() throws IOException {
        var random = new Random(8);
        for (Path file : files(committed())) {
            byte[] noise = new byte[(int) Files.size(file)];
            random.nextBytes(noise);
            Files.write(file, noise);
        }
        assertThat(find("云课堂").total()).isBetween(0, 1);
        assertAnswersAfterTheNextLook();
    }

    @Test
    void anOlderCopyInThePlaceOfTheIndexIsNotBelieved() throws IOException {
        Path folder = committed();
        Map<Path, byte[]> older = new HashMap<>();
        for (Path file : files(folder)) {
            older.put(file, Files.readAllBytes(file));
        }
        context.getBean(Publications.class).withdraw(document, Language.CHINESE);
        context.getBean(SearchIndex.class).commit();
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        for (var file : older.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        context.getBean(Indexer.class).poll();
        assertThat(find("云课堂").total()).isZero();
        assertThat(find("ᠨᠣᠮ").total()).isEqualTo(1);
        context.getBean(Publications.class).publish(document, Language.CHINESE);
        assertAnswersAfterTheNextLook();
    }

    @Test
    void filesOfOthersInTheFolderAreLeftAlone() throws IOException {
        Path own = committed().resolve("notes.txt");
        Files.writeString(own, "mine");
        context.getBean(SearchIndex.class).destroy();
        assertAnswersAfterRestart(own.getParent());
        assertThat(own).hasContent("mine");
    }

    @Test
    void marksAreInOrderAndCoverWhatWasAskedFor() {
        var random = new Random(5);
        String alphabet = "云课堂译 ᠨᠣᠮ\u202fᠤ\u180bᠠ。\nab\ud83d\ude00";
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String query = alphabet.substring(random.nextInt(4), 4 + random.nextInt(6));
            Wanted wanted = Wanted.of(query);
            Snippets.Snippet snippet = new Snippets(wanted).of(text.toString(), Language.values()[round % 2]);
            int last = 0;
            for (Span mark : snippet.marks()) {
                assertThat(mark.start()).as("round %d", round).isGreaterThanOrEqualTo(last);
                assertThat(mark.end())
                        .as("round %d", round)
                        .isBetween(mark.start() + 1, snippet.text().length());
                last = mark.end();
                List<String> terms = Analyzers.tokens(mark.of(snippet.text())).stream()
                        .map(Analyzers.Token::term)
                        .toList();
                assertThat(wanted.wanted().stream()
                                .flatMap(unit -> unit.phrases().stream())
                                .flatMap(phrase -> phrase.places().stream())
                                .map(Wanted.Place::term))
                        .as("round %d", round)
                        .containsAnyElementsOf(terms);
            }
        }
    }
}

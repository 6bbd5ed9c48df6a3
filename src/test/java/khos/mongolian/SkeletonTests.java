package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import khos.mongolian.Skeleton.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTests {
    private record Vector(String text, String k1, String k2) {}

    private static List<Vector> vectors() throws IOException {
        try (InputStream in = SkeletonTests.class.getResourceAsStream("skeletons.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Vector(text(row[0]), row[1], row[2]))
                    .toList();
        }
    }

    private static String text(String codePoints) {
        return Arrays.stream(codePoints.split(" "))
                .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining());
    }

    @Test
    void everyVectorHasItsStrokes() throws IOException {
        assertThat(vectors()).hasSizeGreaterThan(5_000).allSatisfy(vector -> {
            assertThat(Skeleton.of(vector.text(), Level.K1)).as(vector.text()).isEqualTo(vector.k1());
            assertThat(Skeleton.of(vector.text(), Level.K2)).as(vector.text()).isEqualTo(vector.k2());
        });
    }

    @ParameterizedTest
    @CsvSource({"ᠬᠣᠲᠠ,ᠬᠤᠳᠠ", "ᠲᠥᠷᠥ,ᠲᠦᠷᠦ", "ᠣᠯᠠᠨ,ᠤᠯᠠᠨ", "ᠪᠣᠢ,ᠪᠤᠢ", "ᠳᠡᠮᠳᠡᠭ,ᠲᠡᠮᠳᠡᠭ"})
    void wordsOfTheSameStrokesAreAlike(String one, String other) {
        assertThat(Skeleton.of(one, Level.K0)).isNotEqualTo(Skeleton.of(other, Level.K0));
        assertThat(Skeleton.of(one, Level.K1)).isEqualTo(Skeleton.of(other, Level.K1));
    }

    @ParameterizedTest
    @CsvSource({"ᠰᠠᠶᠢᠨ,ᠰᠠᠢᠨ", "ᠰᠠᠶᠢᠨ,ᠰᠠᠢᠢᠨ", "ᠦᠭᠡᠢ,ᠦᠭᠡᠶ"})
    void oldSpellingsAreAlikeAtTheSecondLevel(String one, String other) {
        assertThat(Skeleton.of(one, Level.K2)).isEqualTo(Skeleton.of(other, Level.K2));
    }

    @ParameterizedTest
    @CsvSource({"ᠮᠣᠷᠢ,ᠨᠣᠮ", "ᠭᠠᠷ,ᠭᠡᠷ", "ᠭᠠᠯ,ᠭᠣᠣᠯ"})
    void otherWordsAreNot(String one, String other) {
        assertThat(Skeleton.of(one, Level.K2)).isNotEqualTo(Skeleton.of(other, Level.K2));
    }

    @Test
    void theKindOfGapDoesNotCountAndForTheThirdLevelNoneDoes() {
        assertThat(Skeleton.of("ᠨᠣᠮ\u202fᠤᠨ", Level.K1)).isEqualTo(Skeleton.of("ᠨᠣᠮ\u180eᠤᠨ", Level.K1));
        assertThat(Skeleton.of("ᠨᠣᠮ\u202fᠤᠨ", Level.K3)).isEqualTo(Skeleton.of("ᠨᠣᠮᠤᠨ", Level.K3));
    }

    @Test
    void selectorsAndJoinersDoNotCount() {
        for (Level level : Level.values()) {
            assertThat(Skeleton.of("ᠨ\u180bᠣ\u200dᠮ\u180f", level)).isEqualTo(Skeleton.of("ᠨᠣᠮ", level));
        }
    }

    @Test
    void everyBeginningOfAnAttestedWordHasAKeyThatBeginsTheWords() {
        int beginnings = 0;
        int keys = 0;
        List<String> missed = new ArrayList<>();
        for (String[] row : Table.read("words.tsv")) {
            String key = Skeleton.of(row[0], Level.K1);
            for (int end = 1; end <= row[0].length(); end++) {
                if (Letters.isInvisible(row[0].charAt(end - 1))) {
                    continue;
                }
                String beginning = row[0].substring(0, end);
                Set<String> prefixes = Skeleton.prefixes(beginning, Level.K1);
                beginnings++;
                keys += prefixes.size();
                if (prefixes.stream().noneMatch(prefix -> prefix.isEmpty() || (key + " ").startsWith(prefix + " "))) {
                    missed.add(beginning + " of " + row[0]);
                }
            }
        }
        assertThat(beginnings).isGreaterThan(200_000);
        assertThat(missed).hasSizeLessThan(beginnings / 10_000);
        assertThat(keys).isLessThan(beginnings * 2);
    }

    @Test
    void anyTextHasAKey() {
        var random = new Random(57);
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : 0x1800 + random.nextInt(0x60)));
            }
            for (Level level : Level.values()) {
                assertThat(Skeleton.of(text, level)).as("round %d", round).isNotNull();
            }
        }
    }
}

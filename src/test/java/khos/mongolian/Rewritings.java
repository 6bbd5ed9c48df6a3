package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** What every rewriting holds to, and texts to try it on. */
final class Rewritings {
    /** Letters of several scripts, all that is invisible, private codes, halves of pairs. */
    private static final String ODD =
            "\u180a\u180b\u180c\u180d\u180e\u180f\u202f\u200c\u200d\u00ad\u2060\ufeff \u00a0\n\u1800\u1802"
                    + "\u1803\u1811\u187a\u187d\ue234\ue263\ue264\ue28f\ue34f\ue350\uf8ff\ud800\udc00a.汉я\ufe10";

    private Rewritings() {}

    /** The changes put into the original give the text, in order and without overlapping. */
    static void assertTold(String original, Rewriting rewriting) {
        var text = new StringBuilder();
        int at = 0;
        for (Change change : rewriting.changes()) {
            assertThat(change.start()).as("order in %s", codes(original)).isGreaterThanOrEqualTo(at);
            assertThat(original.substring(change.start(), change.end())).isEqualTo(change.before());
            text.append(original, at, change.start()).append(change.after());
            at = change.end();
        }
        text.append(original.substring(at));
        assertThat(codes(text.toString())).as(codes(original)).isEqualTo(codes(rewriting.text()));
    }

    /** Up to 24 units, most of them Mongolian letters. */
    static String random(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0, 1 -> text.append((char) (Letters.A + random.nextInt(35)));
                case 2 -> text.append((char) (0xE234 + random.nextInt(0x11C)));
                case 3 -> text.append((char) (0x1800 + random.nextInt(0xB0)));
                default -> text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
        }
        return text.toString();
    }

    static String codes(String text) {
        var codes = new StringBuilder();
        text.chars().forEach(c -> codes.append("%04X ".formatted(c)));
        return codes.toString();
    }
}

package khos.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import khos.account.SystemActor;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Messages;
import khos.memory.MemoryFiles;
import khos.memory.TmxReader;
import khos.publication.ContentFolder;
import khos.translation.Refused;
import khos.translation.State;
import khos.translation.TextInput;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;

/**
 * Takes files in: content folders, which are published; folders with {@code zh.md} and {@code mn.md}, pairs named
 * {@code x.zh.md} and {@code x.mn.md}, and single {@code .md} files, which become documents to work on; {@code .tmx} files, which
 * go into the translation memory.
 */
class Import {
    private static final int PROGRESS = 50_000;

    private final ContentFolder content;
    private final Translations translations;
    private final MemoryFiles memory;

    Import(ContentFolder content, Translations translations, MemoryFiles memory) {
        this.content = content;
        this.translations = translations;
        this.memory = memory;
    }

    /** Takes in every path, says what became of each, and returns the exit status. */
    int run(List<String> paths, Messages messages) {
        int refused = 0;
        for (String path : paths) {
            refused += takeIn(Path.of(path), messages);
        }
        return CommandLine.status(refused > 0);
    }

    /** Returns how many items were refused. */
    int takeIn(Path path, Messages messages) {
        try {
            if (Files.isDirectory(path) && ContentFolder.isOne(path)) {
                return (int) SystemActor.call(() -> content.takeIn(path, outcome -> report(outcome, messages))).stream()
                        .filter(outcome -> outcome.refusal().isPresent())
                        .count();
            }
            if (name(path).toLowerCase(Locale.ROOT).endsWith(".tmx")) {
                return takeMemory(path, messages);
            }
            SystemActor.call(() -> takeText(path));
            System.out.println(messages.text("console.taken", path));
            return 0;
        } catch (Refused refusal) {
            System.err.println(messages.text("console.refused", path, reason(refusal, messages)));
            return 1;
        } catch (IOException e) {
            System.err.println(messages.text(
                    "console.refused", path, messages.text("refused.unreadable", String.valueOf(e.getMessage()))));
            return 1;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int takeMemory(Path path, Messages messages) throws IOException {
        if (!Files.isReadable(path)) {
            throw new Refused("refused.unreadable", path.toString());
        }
        int[] refused = {0};
        try (InputStream tmx = Files.newInputStream(path)) {
            int stored = memory.takeIn(
                    tmx,
                    count -> {
                        if (count % PROGRESS == 0 && count > 0) {
                            System.out.println(messages.text("console.progress", path, count));
                        }
                    },
                    refusal -> {
                        refused[0]++;
                        System.err.println(refusal(path, refusal, messages));
                    });
            System.out.println(messages.text("console.units-taken", path, stored, refused[0]));
        }
        return refused[0];
    }

    /** {@code ✗ x.tmx: line 12: …}. */
    static String refusal(Path path, TmxReader.Refusal refusal, Messages messages) {
        String reason = messages.text(refusal.key(), refusal.arguments().toArray());
        return messages.text("console.refused", path, messages.text("console.line", refusal.line(), reason));
    }

    private static void report(ContentFolder.Outcome outcome, Messages messages) {
        outcome.refusal()
                .ifPresentOrElse(
                        refusal -> System.err.println(
                                messages.text("console.refused", outcome.path(), reason(refusal, messages))),
                        () -> System.out.println(messages.text("console.taken", outcome.path())));
    }

    private static String reason(Refused refusal, Messages messages) {
        return messages.text(refusal.key(), refusal.arguments().toArray());
    }

    private Translation takeText(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return takePair(path.resolve("zh.md"), path.resolve("mn.md"), name(path));
        }
        String name = name(path);
        if (!name.endsWith(".md")) {
            throw new Refused("refused.unknown-format", name);
        }
        if (name.endsWith(".zh.md") || name.endsWith(".mn.md")) {
            String stem = name.substring(0, name.length() - ".zh.md".length());
            return takePair(path.resolveSibling(stem + ".zh.md"), path.resolveSibling(stem + ".mn.md"), stem);
        }
        String text = read(path);
        return translations.extract(TextKind.ARTICLE, slug(name.substring(0, name.length() - 3)), pair(text), text);
    }

    private Translation takePair(Path chinese, Path mongolian, String name) throws IOException {
        var pair = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
        if (!Files.exists(mongolian)) {
            return translations.extract(TextKind.ARTICLE, slug(name), pair, read(chinese));
        }
        return translations.extract(
                TextKind.ARTICLE, slug(name), pair, read(chinese), read(mongolian), State.TRANSLATED);
    }

    private static String read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refused("refused.unreadable", file.toString());
        }
        return TextInput.decode(Files.readAllBytes(file));
    }

    private static String name(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** {@code "Öffnung 2026"} gives {@code offnung-2026}; what leaves nothing is refused later as it stands. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? name : plain;
    }

    /** From Mongolian when the text has more letters of that script than Chinese ones. */
    static LanguagePair pair(String text) {
        long mongolian = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.MONGOLIAN)
                .count();
        long chinese = text.codePoints().filter(Character::isIdeographic).count();
        var pair = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
        return mongolian > chinese ? pair.reversed() : pair;
    }
}

package khos.console;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import khos.account.SystemActor;
import khos.language.Conversion;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Messages;
import khos.memory.MemoryFiles;
import khos.memory.TmxReader;
import khos.mongolian.Transliteration;
import khos.publication.ContentFolder;
import khos.terminology.Concept;
import khos.terminology.ReadTerms;
import khos.terminology.Tbx;
import khos.terminology.TermCsv;
import khos.terminology.Termbase;
import khos.translation.Refused;
import khos.translation.State;
import khos.translation.TextInput;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;

/**
 * Takes files in: content folders, which are published; folders with {@code zh.md} and {@code mn.md}, pairs named
 * {@code x.zh.md} and {@code x.mn.md}, and single {@code .md} files, which become documents to work on; {@code .tmx} files, which
 * go into the translation memory; terms in {@code .tbx} and {@code .csv}.
 */
class Import {
    private static final int PROGRESS = 50_000;

    private final ContentFolder content;
    private final Translations translations;
    private final Termbase termbase;
    private final MemoryFiles memory;

    Import(ContentFolder content, Translations translations, Termbase termbase, MemoryFiles memory) {
        this.content = content;
        this.translations = translations;
        this.termbase = termbase;
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
                return takeContent(path, messages);
            }
            if (name(path).endsWith(".tbx")) {
                return takeTerms(path, Tbx::read, messages);
            }
            if (name(path).endsWith(".csv")) {
                return takeTerms(path, TermCsv::read, messages);
            }
            if (name(path).toLowerCase(Locale.ROOT).endsWith(".tmx")) {
                return takeMemory(path, messages);
            }
            SystemActor.call(() -> takeText(path));
            System.out.println(messages.text("console.taken", path));
            for (Path file : files(path)) {
                advise(file, messages);
            }
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

    /** The items of a content folder, and the terms and the memory beside them. */
    private int takeContent(Path folder, Messages messages) throws Exception {
        int refused = (int)
                SystemActor.call(() -> content.takeIn(folder, outcome -> report(folder, outcome, messages))).stream()
                        .filter(outcome -> outcome.refusal().isPresent())
                        .count();
        if (Files.exists(folder.resolve("terms.tbx"))) {
            refused += takeTerms(folder.resolve("terms.tbx"), Tbx::read, messages);
        }
        if (Files.exists(folder.resolve("memory.tmx"))) {
            refused += takeMemory(folder.resolve("memory.tmx"), messages);
        }
        return refused;
    }

    private static void report(Path folder, ContentFolder.Outcome outcome, Messages messages) {
        if (outcome.refusal().isPresent()) {
            String reason = reason(outcome.refusal().get(), messages);
            System.err.println(messages.text("console.refused", outcome.path(), reason));
            return;
        }
        System.out.println(messages.text("console.taken", outcome.path()));
        try {
            advise(folder.resolve(outcome.path()).resolve("mn.md"), messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says of a text, which is taken as it is, that it can be converted and how. */
    private static void advise(Path file, Messages messages) throws IOException {
        if (Files.exists(file)) {
            Conversion.neededBy(read(file))
                    .ifPresent(conversion ->
                            System.out.println(messages.text("console.advice." + conversion.code(), file)));
        }
    }

    private int takeMemory(Path path, Messages messages) throws Exception {
        if (!Files.isReadable(path)) {
            throw new Refused("refused.unreadable", path.toString());
        }
        int[] refused = {0};
        try (InputStream tmx = Files.newInputStream(path)) {
            int stored = SystemActor.call(() -> memory.takeIn(
                    tmx,
                    name(path),
                    count -> {
                        if (count % PROGRESS == 0 && count > 0) {
                            System.out.println(messages.text("console.progress", path, count));
                        }
                    },
                    refusal -> {
                        refused[0]++;
                        System.err.println(refusal(path, refusal, messages));
                    }));
            System.out.println(messages.text("console.units-taken", path, stored, refused[0]));
        }
        return refused[0];
    }

    /** {@code ✗ x.tmx: line 12: …}. */
    static String refusal(Path path, TmxReader.Refusal refusal, Messages messages) {
        String reason = messages.text(refusal.key(), refusal.arguments().toArray());
        return messages.text("console.refused", path, messages.text("console.line", refusal.line(), reason));
    }

    private static String reason(Refused refusal, Messages messages) {
        return messages.text(refusal.key(), refusal.arguments().toArray());
    }

    /** Reads a file of terms in one format. */
    private interface TermReader {
        ReadTerms read(InputStream in) throws IOException;
    }

    /** Adds the concepts of a file, all that can be taken at once; says the line and reason of each that cannot. */
    private int takeTerms(Path path, TermReader reader, Messages messages) throws Exception {
        ReadTerms read;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            read = reader.read(in);
        }
        for (ReadTerms.Refusal refusal : read.refused()) {
            System.err.println(messages.text(
                    "console.refused", path + ":" + refusal.line(), messages.text(refusal.key(), refusal.detail())));
        }
        List<Concept> added = SystemActor.call(() -> termbase.addMissing(read.concepts()));
        System.out.println(messages.text("console.terms", path, added.size()));
        return read.refused().size();
    }

    private Translation takeText(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            List<Path> pair = files(path);
            return takePair(pair.getFirst(), pair.getLast(), name(path));
        }
        String name = name(path);
        if (!name.endsWith(".md")) {
            throw new Refused("refused.unknown-format", name);
        }
        if (isOfPair(name)) {
            List<Path> pair = files(path);
            return takePair(pair.getFirst(), pair.getLast(), stem(name));
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

    /** The files of a text: both of a pair, or the one. */
    private static List<Path> files(Path path) {
        if (Files.isDirectory(path)) {
            return List.of(path.resolve("zh.md"), path.resolve("mn.md"));
        }
        String name = name(path);
        return isOfPair(name)
                ? List.of(path.resolveSibling(stem(name) + ".zh.md"), path.resolveSibling(stem(name) + ".mn.md"))
                : List.of(path);
    }

    private static boolean isOfPair(String name) {
        return name.endsWith(".zh.md") || name.endsWith(".mn.md");
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - ".zh.md".length());
    }

    private static String name(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** An address out of a file's name; what leaves nothing is refused later as it stands. */
    private static String slug(String name) {
        String slug = Transliteration.slug(name);
        return slug.isEmpty() ? name : slug;
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

package khos.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import khos.account.SystemActor;
import khos.language.Messages;
import khos.memory.MemoryFiles;
import khos.publication.ContentExport;
import khos.storage.Ids;
import khos.terminology.Tbx;
import khos.terminology.Termbase;

/**
 * Writes everything into a folder in the layout of {@code content/}: articles, lessons, series, {@code terms.tbx},
 * {@code memory.tmx}, and the list of its files, {@code export.txt}.
 *
 * <p>All is written beside, under a name that begins with a dot, and moved when it is whole: a folder of the name that was given
 * is a whole export, whatever happened.
 */
class Export {
    /** The files of an export, a line each; tells an export from other folders. */
    static final String LIST = "export.txt";

    private final ContentExport content;
    private final Termbase termbase;
    private final MemoryFiles memory;

    Export(ContentExport content, Termbase termbase, MemoryFiles memory) {
        this.content = content;
        this.termbase = termbase;
        this.memory = memory;
    }

    /**
     * Returns the exit status: 1 when something was left out or nothing could be written.
     *
     * @param replace whether a former export may be replaced
     */
    int run(Path folder, boolean replace, Messages messages) {
        Path whole = folder.toAbsolutePath().normalize();
        try {
            Optional<String> objection = objection(whole, replace, messages);
            if (objection.isPresent()) {
                System.err.println(messages.text("console.refused", folder, objection.get()));
                return CommandLine.status(true);
            }
            Files.createDirectories(whole.getParent());
            Path part = Files.createDirectory(beside(whole, "part"));
            var course = new Course();
            // A command that is stopped leaves nothing behind; what a killed one leaves is hidden and no export.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(course::stop));
            try {
                int leftOut = write(part, course, messages);
                course.goOn();
                move(part, whole);
                System.out.println(messages.text("console.exported", folder, leftOut));
                return CommandLine.status(leftOut > 0);
            } catch (IOException | RuntimeException e) {
                if (course.isStopped()) {
                    return CommandLine.status(true);
                }
                throw e;
            } finally {
                try {
                    delete(part);
                } finally {
                    course.end();
                }
            }
        } catch (IOException e) {
            String reason = messages.text("console.not-writable", String.valueOf(e.getMessage()));
            System.err.println(messages.text("console.refused", folder, reason));
            return CommandLine.status(true);
        }
    }

    /** The course of an export, which can be told to stop; who tells it waits until it has, or until it takes too long. */
    private static final class Course {
        private static final int LONGEST_WAIT_IN_SECONDS = 10;

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CountDownLatch ended = new CountDownLatch(1);

        void stop() {
            stopped.set(true);
            try {
                ended.await(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean isStopped() {
            return stopped.get();
        }

        /** @throws CancellationException when it was told to stop */
        void goOn() {
            if (isStopped()) {
                throw new CancellationException();
            }
        }

        void end() {
            ended.countDown();
        }
    }

    /** A hidden name that nothing has yet: {@code .out.part-019ab3c0-…} beside {@code out}. */
    private static Path beside(Path whole, String what) {
        return whole.resolveSibling("." + whole.getFileName() + "." + what + "-" + Ids.next());
    }

    /** Why nothing may be written there; nothing when it may. */
    private static Optional<String> objection(Path folder, boolean replace, Messages messages) throws IOException {
        if (folder.getFileName() == null) {
            return Optional.of(messages.text("console.export-root"));
        }
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(messages.text("console.export-no-folder"));
        }
        List<String> files = files(folder);
        if (files.isEmpty() && isEmpty(folder)) {
            return Optional.empty();
        }
        if (!files.contains(LIST)) {
            return Optional.of(messages.text("console.export-not-empty"));
        }
        if (!replace) {
            return Optional.of(messages.text("console.export-exists"));
        }
        Set<String> strange = new HashSet<>(files);
        Files.readAllLines(folder.resolve(LIST)).forEach(strange::remove);
        strange.remove(LIST);
        return strange.stream()
                .min(Comparator.naturalOrder())
                .map(file -> messages.text("console.export-strange", file));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** All that is no folder, links too, by path. */
    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private int write(Path folder, Course course, Messages messages) throws IOException {
        int[] leftOut = {0};
        as(() -> {
            content.writeOut(folder, outcome -> {
                course.goOn();
                if (outcome.refusal().isPresent()) {
                    leftOut[0]++;
                    String reason = messages.text(
                            outcome.refusal().get().key(),
                            outcome.refusal().get().arguments().toArray());
                    System.err.println(messages.text("console.refused", outcome.path(), reason));
                } else {
                    System.out.println(messages.text("console.taken", outcome.path()));
                }
            });
            try (OutputStream out = create(folder.resolve("terms.tbx"))) {
                Tbx.write(termbase.all(), out);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            System.out.println(messages.text("console.taken", "terms.tbx"));
            try (OutputStream out = create(folder.resolve("memory.tmx"))) {
                memory.writeOut(out);
            }
            System.out.println(messages.text("console.taken", "memory.tmx"));
            return 0;
        });
        Files.write(folder.resolve(LIST), files(folder));
        return leftOut[0];
    }

    private static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    private interface Work {
        int run() throws IOException;
    }

    private static void as(Work work) throws IOException {
        try {
            SystemActor.call(work::run);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the whole in its place; a former export is gone only once the new one is there. */
    private static void move(Path part, Path whole) throws IOException {
        if (Files.notExists(whole)) {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path former = Files.createDirectory(beside(whole, "old"));
        Files.move(whole, former.resolve("export"), StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(former.resolve("export"), whole, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        } finally {
            delete(former);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

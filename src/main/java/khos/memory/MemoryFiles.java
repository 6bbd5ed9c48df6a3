package khos.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import khos.account.Roles.ForReviewers;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;

/** The memory as TMX, in and out, without ever holding the whole. */
@Service
public class MemoryFiles {
    /** Units of one transaction: short, so that translators can confirm segments in between. */
    private static final int BATCH = 500;

    private static final int PAGE = 5_000;

    private final TranslationMemory memory;
    private final TranslationUnitRepository repository;

    MemoryFiles(TranslationMemory memory, TranslationUnitRepository repository) {
        this.memory = memory;
        this.repository = repository;
    }

    /**
     * Takes in the units of a TMX file; of a file taken in before nothing is double.
     *
     * @param name of the file, kept with the units that do not say where they come from; may be empty
     * @param progress is told the number of units stored so far
     * @param refusals is told what was not taken
     * @return how many units were stored
     */
    @ForReviewers
    public int takeIn(InputStream tmx, String name, IntConsumer progress, Consumer<TmxReader.Refusal> refusals)
            throws IOException {
        List<TranslationUnit> batch = new ArrayList<>();
        int[] stored = {0};
        Runnable store = () -> {
            memory.store(batch);
            stored[0] += batch.size();
            batch.clear();
            progress.accept(stored[0]);
        };
        TmxReader.read(
                tmx,
                name,
                unit -> {
                    batch.add(unit);
                    if (batch.size() == BATCH) {
                        store.run();
                    }
                },
                refusals);
        if (!batch.isEmpty()) {
            store.run();
        }
        return stored[0];
    }

    /** Writes every unit, in the order they were stored. */
    @ForTranslators
    public void writeOut(OutputStream tmx) throws IOException {
        try (var writer = new TmxWriter(tmx)) {
            long seq = 0;
            List<TranslationUnitRepository.Numbered> page = repository.after(seq, PAGE);
            while (!page.isEmpty()) {
                for (TranslationUnitRepository.Numbered numbered : page) {
                    writer.write(numbered.unit());
                }
                seq = page.getLast().seq();
                page = repository.after(seq, PAGE);
            }
        }
    }
}

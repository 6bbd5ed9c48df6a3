package khos.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import khos.publication.Publications;
import khos.publication.Published;
import khos.publication.Withdrawn;
import khos.search.Search;
import khos.terminology.Termbase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.unit.DataSize;

/**
 * Pages as they were last rendered. A page is valid for one generation of the site, the numbers of the last change of what
 * is published, of the last change of the terms and of the last change that the search index has caught up with, together, which
 * all only grow: the generation is read before the page is rendered and is part of the key, so that a page rendered from
 * what was there before a change is never served after it, however the two overlap in time. The index counts as pages name the
 * related texts that it proposes.
 *
 * <p>This node learns of its own changes as they are committed, before the editor's request returns, and of those of
 * other nodes within a second.
 */
@Component
class PageCache {
    private record Key(String path, long generation) {}

    private final Publications publications;
    private final Termbase termbase;
    private final Search search;
    private final AtomicLong terms = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong indexed = new AtomicLong();
    private final AtomicLong generation = new AtomicLong();
    private final long largest;
    private final Cache<Key, Rendering> renderings;

    /** @param largest how much memory pages may take, for example {@code 64MB}; with {@code 0B} each is rendered for each reader */
    PageCache(
            Publications publications,
            Termbase termbase,
            Search search,
            @Value("${khos.pages-kept:64MB}") String largest) {
        this.publications = publications;
        this.termbase = termbase;
        this.search = search;
        this.largest = DataSize.parse(largest).toBytes();
        renderings = Caffeine.newBuilder()
                .maximumWeight(this.largest)
                .weigher((Key key, Rendering rendering) ->
                        rendering.weight() + 2 * key.path().length())
                .build();
    }

    /**
     * The page at {@code path}, rendered when it is not there yet; readers who come meanwhile wait for the same rendering.
     *
     * @param path without parameters that do not change the page; whatever else a request says must not change it either
     * @param renderer what it throws is passed on, and nothing is kept
     */
    Rendering get(String path, Supplier<Rendering> renderer) {
        return largest == 0 ? renderer.get() : renderings.get(new Key(path, generation.get()), key -> renderer.get());
    }

    /** The page at {@code path} as it is now, when somebody asked for it since the last change. */
    Optional<Rendering> find(String path) {
        return Optional.ofNullable(renderings.getIfPresent(new Key(path, generation.get())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Published change) {
        advance(changes, change.seq());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Withdrawn change) {
        advance(changes, change.seq());
    }

    /** Looks for changes that other nodes made, for those of terms, and whether the index has caught up. */
    @Scheduled(fixedDelay = 1000)
    void follow() {
        advance(terms, termbase.revision());
        advance(changes, publications.lastChange());
    }

    private void advance(AtomicLong part, long seq) {
        part.accumulateAndGet(seq, Math::max);
        long held = search.seq();
        if (held >= changes.get()) {
            indexed.accumulateAndGet(held, Math::max);
        }
        long now = changes.get() + terms.get() + indexed.get();
        long before = generation.getAndAccumulate(now, Math::max);
        if (now > before) {
            renderings.asMap().keySet().removeIf(key -> key.generation() < now);
        }
    }
}

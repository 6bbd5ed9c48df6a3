package khos.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import khos.publication.Publications;
import khos.publication.Published;
import khos.publication.Withdrawn;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Pages as they were last rendered. A page is valid for one generation of the site, the number of the last change of what
 * is published: the generation is read before the page is rendered and is part of the key, so that a page rendered from
 * what was there before a change is never served after it, however the two overlap in time.
 *
 * <p>This node learns of its own changes as they are committed, before the editor's request returns, and of those of
 * other nodes within a second.
 */
@Component
class PageCache {
    private static final long LARGEST_WEIGHT = 64L << 20;

    private record Key(String path, long generation) {}

    private final Publications publications;
    private final AtomicLong generation = new AtomicLong();
    private final Cache<Key, Rendering> renderings = Caffeine.newBuilder()
            .maximumWeight(LARGEST_WEIGHT)
            .weigher((Key key, Rendering rendering) ->
                    rendering.weight() + 2 * key.path().length())
            .build();

    PageCache(Publications publications) {
        this.publications = publications;
    }

    /**
     * The page at {@code path}, rendered when it is not there yet; readers who come meanwhile wait for the same rendering.
     *
     * @param path without parameters that do not change the page; whatever else a request says must not change it either
     * @param renderer what it throws is passed on, and nothing is kept
     */
    Rendering get(String path, Supplier<Rendering> renderer) {
        return renderings.get(new Key(path, generation.get()), key -> renderer.get());
    }

    /** The page at {@code path} as it is now, when somebody asked for it since the last change. */
    Optional<Rendering> find(String path) {
        return Optional.ofNullable(renderings.getIfPresent(new Key(path, generation.get())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Published change) {
        advance(change.seq());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Withdrawn change) {
        advance(change.seq());
    }

    /** Looks for changes that other nodes made. */
    @Scheduled(fixedDelay = 1000)
    void follow() {
        advance(publications.lastChange());
    }

    private void advance(long seq) {
        long before = generation.getAndAccumulate(seq, Math::max);
        if (seq > before) {
            renderings.asMap().keySet().removeIf(key -> key.generation() < seq);
        }
    }
}

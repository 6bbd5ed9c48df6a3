package khos.workbench;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Work that takes long: done as whoever asked for it while the page asks now and then how far it is; it can be stopped. */
final class Background<T> {
    private static final int ASK_MILLIS = 250;
    private static final String RUNNING = Background.class.getName();

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile boolean stopped;
    private volatile int place;
    private @Nullable Registration asking;

    private Background() {}

    /**
     * Begins {@code work}.
     *
     * @param work is given what it tells its place to, and which says whether to go on
     * @param progressed is told the place; on the page's thread, as {@code done} is
     * @param done is told the result, or what went wrong
     */
    static <T> Background<T> start(
            UI ui,
            Function<IntPredicate, T> work,
            IntConsumer progressed,
            BiConsumer<@Nullable T, @Nullable Throwable> done) {
        var background = new Background<T>();
        count(ui, 1);
        background.asking = ui.addPollListener(poll -> background.look(ui, progressed, done));
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(() -> background.run(work)));
        return background;
    }

    /** The page asks as long as anything is being done for it. */
    private static void count(UI ui, int step) {
        Integer known = (Integer) ComponentUtil.getData(ui, RUNNING);
        int running = (known == null ? 0 : known) + step;
        ComponentUtil.setData(ui, RUNNING, running);
        ui.setPollInterval(running == 0 ? -1 : ASK_MILLIS);
    }

    private void run(Function<IntPredicate, T> work) {
        try {
            result.complete(work.apply(now -> {
                place = now;
                return !stopped;
            }));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void look(UI ui, IntConsumer progressed, BiConsumer<@Nullable T, @Nullable Throwable> done) {
        progressed.accept(place);
        if (result.isDone() && asking != null) {
            asking.remove();
            asking = null;
            count(ui, -1);
            result.whenComplete((value, error) ->
                    done.accept(value, error instanceof CompletionException e ? e.getCause() : error));
        }
    }

    void stop() {
        stopped = true;
    }
}

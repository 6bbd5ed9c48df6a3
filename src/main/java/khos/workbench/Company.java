package khos.workbench;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khos.account.Accounts;
import khos.translation.DocumentEvent;
import khos.translation.DocumentEvents;
import khos.translation.Lease;
import khos.translation.People;
import khos.translation.Refused;
import khos.translation.Segment;
import khos.translation.Translations;
import khos.translation.Whereabouts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The others in a document, in the bar above it: who is there, what each holds, and what they change, shown as it happens.
 *
 * <p>What happens is pushed, on this node and on others. The page also asks every few seconds: so it hears of leases that ended by
 * themselves, and of everything that could not be pushed or told between the nodes.
 */
final class Company extends Div {
    private static final long serialVersionUID = 1L;

    /** What it asks of the craft. */
    @org.springframework.stereotype.Component
    record Craft(People people, DocumentEvents events, Translations translations, Accounts accounts) {}

    /** However much happens, the page is not told oftener. */
    private static final long PAUSE_MILLIS = 250;

    private static final long PROGRESS_MILLIS = 2_000;
    private static final long SIGN_MILLIS = 20_000;
    private static final long RENEW_MILLIS = 10_000;
    private static final int MOST_SHOWN = 6;
    private static final int MOST_SINGLE = 100;

    private final transient Craft craft;
    private final String document;
    private final String me;
    private final transient Words words;
    private final transient Editing editing;
    private final transient Map<String, String> names = new HashMap<>();
    private final transient News news = new News();
    private final Div bar = Parts.div("offer-bar held");
    private final Span said = new Span();
    private transient SecurityContext context = SecurityContextHolder.createEmptyContext();
    private transient DocumentEvents.@Nullable Subscription subscription;
    private transient List<Whereabouts> others = List.of();
    private boolean progressDue;
    private long progressAt;
    private long signAt;
    private long leaseAt;
    private long changedAt;

    Company(Craft craft, String document, String me, Words words, Editing editing) {
        this.craft = craft;
        this.document = document;
        this.me = me;
        this.words = words;
        this.editing = editing;
        setId("company");
        addClassName("avs");
        getElement().setAttribute("role", "group").setAttribute("aria-label", words.of("company"));
        bar.setId("held");
        bar.getElement().setAttribute("role", "status");
        bar.add(new Glyph("pen"), said);
        bar.setVisible(false);
    }

    /** Says above what can be done with a segment that somebody else is at work on it. */
    Div bar() {
        return bar;
    }

    /** What happened and is not shown yet. */
    private static final class News {
        private final Set<String> segments = new HashSet<>();
        private final Set<String> comments = new HashSet<>();
        private boolean document;
        private boolean people;
        private boolean told;
        private long last;

        /** Takes an event; how long to wait until it is shown, or -1 when that is under way. */
        synchronized long add(DocumentEvent event) {
            switch (event) {
                case DocumentEvent.SegmentChanged changed -> segments.add(changed.segmentId());
                case DocumentEvent.DocumentChanged changed -> document = true;
                case DocumentEvent.PeopleChanged changed -> people = true;
                case DocumentEvent.CommentsChanged changed -> comments.add(changed.segmentId());
            }
            if (segments.size() > MOST_SINGLE) {
                segments.clear();
                document = true;
            }
            if (told) {
                return -1;
            }
            told = true;
            return Math.max(0, last + PAUSE_MILLIS - System.currentTimeMillis());
        }

        synchronized News take() {
            var taken = new News();
            taken.segments.addAll(segments);
            taken.comments.addAll(comments);
            taken.document = document;
            taken.people = people;
            segments.clear();
            comments.clear();
            document = false;
            people = false;
            told = false;
            last = System.currentTimeMillis();
            return taken;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        UI ui = event.getUI();
        changedAt = craft.translations().changedAt(document);
        subscription = craft.events().subscribe(document, happened -> hear(ui, happened));
        getElement().executeJs("window.khosWorkbench.company(this)");
        showPeople();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close();
        new DelegatingSecurityContextRunnable(() -> craft.people().leave(document), context).run();
    }

    private void close() {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void hear(UI ui, DocumentEvent event) {
        long wait = news.add(event);
        if (wait < 0) {
            return;
        }
        Thread.ofVirtual().name("company").start(() -> {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            try {
                ui.access(() -> new DelegatingSecurityContextRunnable(this::show, context).run());
            } catch (UIDetachedException e) {
                close();
            }
        });
    }

    private void show() {
        if (!isAttached()) {
            return;
        }
        News taken = news.take();
        if (taken.document) {
            editing.refreshAll();
        } else {
            taken.segments.forEach(id -> craft.translations().segment(id).ifPresent(editing::changed));
        }
        taken.comments.forEach(id -> craft.translations().segment(id).ifPresent(editing::commented));
        progressDue |= taken.document || !taken.segments.isEmpty();
        if (taken.people) {
            showPeople();
        }
        showProgress();
    }

    private void showProgress() {
        long now = System.currentTimeMillis();
        if (progressDue && now - progressAt > PROGRESS_MILLIS) {
            progressDue = false;
            progressAt = now;
            editing.tellProgress();
        }
    }

    /**
     * The page asks what there is.
     *
     * @param active whether somebody has touched it lately
     */
    @ClientCallable
    void look(boolean active) {
        long now = System.currentTimeMillis();
        if (active && now - signAt > SIGN_MILLIS) {
            signAt = now;
            craft.people().present(document, editing.segment().map(Segment::id).orElse(""));
        }
        long changed = craft.translations().changedAt(document);
        if (changed != changedAt) {
            changedAt = changed;
            progressDue = true;
            editing.reread();
        }
        showPeople();
        showProgress();
    }

    /** One is at that segment now: takes its lease, or learns whose it is. */
    void entered(Segment segment) {
        leaseAt = System.currentTimeMillis();
        signAt = leaseAt;
        hold(segment, lease(segment));
    }

    /** One writes: the lease goes on. */
    void typed() {
        if (System.currentTimeMillis() - leaseAt > RENEW_MILLIS) {
            editing.segment().ifPresent(this::entered);
        }
    }

    private Optional<Lease> lease(Segment segment) {
        try {
            return craft.people().lease(segment.id());
        } catch (Refused gone) {
            return Optional.empty();
        }
    }

    private void hold(Segment segment, Optional<Lease> lease) {
        hold(
                segment,
                lease.map(Lease::account).filter(account -> !account.equals(me)).orElse(""));
    }

    /** @param account who is at work on the open segment; empty for nobody else */
    private void hold(Segment segment, String account) {
        boolean theirs = !account.isEmpty();
        bar.setVisible(theirs);
        said.setText(theirs ? words.of("company.held", name(account), Integer.toString(segment.number())) : "");
        editing.hold(theirs);
    }

    private void showPeople() {
        List<Whereabouts> now = craft.people().whereabouts(document).stream()
                .filter(one -> !one.account().equals(me))
                .toList();
        editing.segment().ifPresent(segment -> follow(segment, now));
        if (now.equals(others)) {
            return;
        }
        others = now;
        List<String> unknown = now.stream()
                .map(Whereabouts::account)
                .filter(account -> !names.containsKey(account))
                .toList();
        if (!unknown.isEmpty()) {
            names.putAll(craft.accounts().displayNames(unknown));
        }
        removeAll();
        now.stream().limit(MOST_SHOWN).forEach(one -> add(createAvatar(one)));
        if (now.size() > MOST_SHOWN) {
            add(Parts.span("av", "+" + (now.size() - MOST_SHOWN)));
        }
        Map<Integer, List<Person>> places = new HashMap<>();
        now.stream()
                .filter(one -> one.ordinal() >= 0)
                .forEach(one -> places.computeIfAbsent(one.ordinal(), place -> new ArrayList<>())
                        .add(new Person(one.account(), name(one.account()))));
        editing.list().showPeople(places);
    }

    /** Somebody came to the open segment or went away from it. */
    private void follow(Segment segment, List<Whereabouts> now) {
        String holder = now.stream()
                .filter(one -> one.holds() && one.segmentId().equals(segment.id()))
                .map(Whereabouts::account)
                .findFirst()
                .orElse("");
        if (holder.isEmpty() && bar.isVisible()) {
            entered(segment);
            if (!bar.isVisible()) {
                editing.takeOver();
            }
        } else if (!holder.isEmpty() && !bar.isVisible()) {
            hold(segment, holder);
        }
    }

    private Component createAvatar(Whereabouts one) {
        String name = name(one.account());
        String where = one.ordinal() < 0 ? name : words.of("company.at", name, Integer.toString(one.number()));
        var avatar = Parts.button("", "av", Person.initial(name), "", click -> {
            if (one.ordinal() >= 0) {
                editing.goTo(one.ordinal());
            }
        });
        avatar.removeClassName("b");
        avatar.getElement().setAttribute("title", where).setAttribute("aria-label", where);
        if (one.ordinal() >= 0) {
            avatar.add(Parts.span("at tn", Integer.toString(one.number())));
        }
        return avatar;
    }

    /** What an account is called. */
    String name(String account) {
        return names.computeIfAbsent(
                account, one -> craft.accounts().displayNames(List.of(one)).getOrDefault(one, one));
    }
}

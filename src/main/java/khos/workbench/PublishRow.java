package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import khos.language.Language;
import khos.publication.Schedule;
import khos.publication.Schedule.Action;
import khos.publication.Status;
import khos.translation.Refused;
import khos.translation.Translation;

/** One language of a document: where it stands, what is scheduled, and what can be done. */
final class PublishRow extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PublishDialog.Craft craft;
    private final transient Translation document;
    private final Language language;
    private final transient Words words;
    private final transient Runnable changed;
    private final Div form = new Div();

    PublishRow(PublishDialog.Craft craft, Translation document, Language language, Words words, Runnable changed) {
        this.craft = craft;
        this.document = document;
        this.language = language;
        this.words = words;
        this.changed = changed;
        addClassName("pub");
        setId("row-" + language.code());
        refresh();
    }

    private void refresh() {
        removeAll();
        form.removeAll();
        Status status = craft.publications().statuses(document.id()).getOrDefault(language, Status.DRAFT);
        List<Schedule> plans = craft.schedules().of(document.id()).stream()
                .filter(plan -> plan.language() == language)
                .toList();
        add(createStatus(status, plans));
        plans.forEach(plan -> add(createPlan(plan)));
        add(form);
    }

    private Component createStatus(Status status, List<Schedule> plans) {
        boolean out = status == Status.PUBLISHED;
        var text = Parts.div(
                "grow",
                new H2(words.of(language)),
                Parts.span("muted", words.of("publish." + status.name().toLowerCase(Locale.ROOT))));
        if (out) {
            text.add(createLink());
        }
        Set<Action> actions = EnumSet.of(Action.PUBLISH);
        if (out || plans.stream().anyMatch(plan -> plan.action() == Action.PUBLISH)) {
            actions.add(Action.WITHDRAW);
        }
        var row = Parts.div(
                "pub-row",
                text,
                Parts.button(
                        "publish-" + language.code(),
                        out ? "" : "p",
                        words.of(out ? "publish.again" : "publish.now"),
                        "",
                        click -> act(Action.PUBLISH, Instant.MIN)),
                Parts.button(
                        "later-" + language.code(),
                        "",
                        words.of("publish.later"),
                        "",
                        click -> ask(actions, Action.PUBLISH, ScheduleForm.suggested())));
        if (out) {
            row.add(Parts.button(
                    "withdraw-" + language.code(),
                    "",
                    words.of("publish.withdraw"),
                    "",
                    click -> act(Action.WITHDRAW, Instant.MIN)));
        }
        return row;
    }

    private Component createLink() {
        String path = "/" + language.code() + "/" + document.kind().path() + "/" + document.slug();
        var link = new Anchor(path, path);
        link.setTarget("_blank");
        link.setRouterIgnore(true);
        link.setId("link-" + language.code());
        return link;
    }

    private Component createPlan(Schedule plan) {
        var text = Parts.div("grow", new Span(words.of(plan)));
        plan.failure().ifPresent(refused -> text.add(Parts.span("sm", words.of(refused))));
        var move = Parts.button(
                "", "s", words.of("schedule.move"), "", click -> ask(Set.of(plan.action()), plan.action(), plan.at()));
        move.addClassName("move");
        var cancel = Parts.button("", "s", words.of("schedule.cancel"), "", click -> cancel(plan));
        cancel.addClassName("cancel");
        return Parts.div(
                plan.isFailed() ? "plan failed" : "plan",
                new Glyph(plan.isFailed() ? "error" : "later"),
                text,
                move,
                cancel);
    }

    private void ask(Set<Action> actions, Action action, Instant at) {
        form.removeAll();
        form.add(new ScheduleForm(actions, action, at, words, this::act, form::removeAll));
    }

    private void act(Action action, Instant at) {
        try {
            switch (action) {
                case PUBLISH -> craft.schedules().publish(document.id(), List.of(language), at);
                case WITHDRAW -> craft.schedules().withdraw(document.id(), List.of(language), at);
            }
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
            return;
        }
        tell(action);
        refresh();
        changed.run();
    }

    private void tell(Action action) {
        Parts.tell(craft.schedules().of(document.id()).stream()
                .filter(plan -> plan.language() == language && plan.action() == action)
                .findFirst()
                .map(words::of)
                .orElseGet(() -> words.of(
                        action == Action.PUBLISH ? "publish.done" : "publish.withdrawn-now", words.of(language))));
    }

    private void cancel(Schedule plan) {
        craft.schedules().cancel(document.id(), language, plan.action());
        Parts.tell(words.of("schedule.cancelled"));
        refresh();
        changed.run();
    }
}

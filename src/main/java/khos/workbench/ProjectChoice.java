package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.translation.Refused;
import khos.translation.Translation;
import khos.translation.Translations;

/** The project that documents are narrowed to, and the moving of a document into another. */
final class ProjectChoice extends Select<Project> {
    private static final long serialVersionUID = 1L;

    private final transient Translations translations;
    private final transient Words words;
    private final transient Runnable moved;
    private final transient Map<String, Project> all;
    /** Those whose documents may be moved, by whoever is an administrator there. */
    private final transient List<Project> own;

    ProjectChoice(Projects projects, Translations translations, Words words, Runnable moved) {
        this.translations = translations;
        this.words = words;
        this.moved = moved;
        List<Project> mine = projects.all();
        all = mine.stream().collect(Collectors.toMap(Project::id, Function.identity()));
        own = mine.stream()
                .filter(project -> projects.role(project.id())
                        .filter(role -> role == Role.ADMINISTRATOR)
                        .isPresent())
                .toList();
        setId("by-project");
        setItems(mine);
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(words.of("projects.all"));
        setItemLabelGenerator(project -> project == null ? words.of("projects.all") : project.name());
        setAriaLabel(words.of("projects.by"));
        setVisible(mine.size() > 1);
    }

    void choose(String id) {
        setValue(all.get(id));
    }

    /** The projects that new documents may go into, the one that is chosen first. */
    List<Project> chosenFirst() {
        String first = isEmpty() ? Project.DEFAULT : getValue().id();
        return all.values().stream()
                .sorted(Comparator.comparing((Project one) -> !one.id().equals(first))
                        .thenComparing(Project::name))
                .toList();
    }

    boolean takes(String projectId) {
        return isEmpty() || getValue().id().equals(projectId);
    }

    /** The project of a document; a menu to move it where one may. */
    Component move(Translation document, String projectId) {
        Project from = all.get(projectId);
        if (from == null || all.size() < 2) {
            return Parts.span("slug", "");
        }
        if (!own.contains(from)) {
            return Parts.span("in-project", from.name());
        }
        var open = Parts.button("", "q xs in-project", from.name(), "", click -> {});
        open.getElement()
                .setAttribute("aria-label", words.of("projects.move", Parts.title(document), from.name()))
                .setAttribute("aria-haspopup", "menu")
                // The row would open its document.
                .executeJs(
                        "this.addEventListener('click', event => event.stopPropagation());"
                                + "this.addEventListener('keydown', event => event.key === 'Enter' && event.stopPropagation())");
        var menu = new ContextMenu(open);
        menu.setOpenOnClick(true);
        own.stream()
                .filter(project -> !project.equals(from))
                .forEach(project ->
                        menu.addItem(words.of("projects.move-to", project.name()), click -> move(document, project)));
        return open;
    }

    private void move(Translation document, Project to) {
        try {
            translations.assign(document.id(), to.id());
            Parts.tell(words.of("projects.moved", Parts.title(document), to.name()));
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
        }
        moved.run();
    }
}

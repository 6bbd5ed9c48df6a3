package khos.workbench;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import khos.account.InvalidEntry;
import khos.account.Project;
import khos.account.Projects;
import khos.language.Language;
import khos.language.LanguagePair;

/** Begins a project. */
final class NewProjectDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Projects projects;
    private final transient Words words;
    private final transient Consumer<Project> created;
    private final TextField name = new TextField();
    private final Select<LanguagePair> pair = new Select<>();
    private final Checkbox differs = new Checkbox();
    private final Paragraph error = new Paragraph();

    NewProjectDialog(Projects projects, Words words, Consumer<Project> created) {
        this.projects = projects;
        this.words = words;
        this.created = created;
        setId("new-project");
        addClassName("dlg");
        setWidth("480px");
        setHeaderTitle(words.of("projects.new"));
        name.setId("project-name");
        name.setLabel(words.of("projects.name"));
        name.setMaxLength(100);
        name.addKeyPressListener(Key.ENTER, press -> create());
        pair.setLabel(words.of("projects.pair"));
        pair.setItems(
                new LanguagePair(Language.CHINESE, Language.MONGOLIAN),
                new LanguagePair(Language.MONGOLIAN, Language.CHINESE));
        pair.setItemLabelGenerator(of -> words.of(of.source()) + " → " + words.of(of.target()));
        pair.setValue(new LanguagePair(Language.CHINESE, Language.MONGOLIAN));
        differs.setId("project-differs");
        differs.setLabel(words.of("projects.differs"));
        error.setId("project-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        add(Parts.div("stack", error, name, pair, differs));
        getFooter()
                .add(
                        Parts.button("project-close", "q", words.of("close"), "Esc", click -> close()),
                        Parts.button("project-create", "p", words.of("projects.create"), "Enter", click -> create()));
        name.focus();
    }

    private void create() {
        try {
            Project project = projects.create(name.getValue(), pair.getValue(), differs.getValue());
            close();
            created.accept(project);
        } catch (InvalidEntry refused) {
            error.setText(words.of(refused));
            error.setVisible(true);
        }
    }
}

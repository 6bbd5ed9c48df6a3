package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import khos.account.Accounts;
import khos.account.InvalidEntry;
import khos.account.Member;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.account.StaleProject;

/** A project's settings and who works in it; its administrators change them, others see them. */
final class ProjectDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Projects projects;
    private final transient Accounts accounts;
    private final transient Words words;
    private final transient Runnable changed;
    private final boolean administrator;
    private final TextField name = new TextField();
    private final Checkbox differs = new Checkbox();
    private final TextField account = new TextField();
    private final Select<Role> role = new Select<>();
    private final Paragraph error = new Paragraph();
    private final Div members = Parts.div("rows-list");
    private transient Project project;

    ProjectDialog(Projects projects, Accounts accounts, Project project, Words words, Runnable changed) {
        this.projects = projects;
        this.accounts = accounts;
        this.project = project;
        this.words = words;
        this.changed = changed;
        this.administrator = projects.role(project.id())
                .filter(mine -> mine == Role.ADMINISTRATOR)
                .isPresent();
        setId("project");
        addClassName("dlg");
        setWidth("600px");
        setHeaderTitle(project.name());
        error.setId("project-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        add(Parts.div("stack", error, createSettings(), createMembers()));
        getFooter().add(Parts.button("project-close", "q", words.of("close"), "Esc", click -> close()));
        showMembers();
    }

    private Component createSettings() {
        name.setId("project-name");
        name.setLabel(words.of("projects.name"));
        name.setMaxLength(100);
        name.setValue(project.name());
        name.setReadOnly(!administrator);
        name.addKeyPressListener(Key.ENTER, press -> save());
        differs.setId("project-differs");
        differs.setLabel(words.of("projects.differs"));
        differs.setValue(project.reviewerDiffers());
        differs.setReadOnly(!administrator);
        var save = Parts.button("project-save", "p", words.of("projects.save"), "", click -> save());
        save.setVisible(administrator);
        return Parts.div("stack", Parts.div("line-form", name, save), differs);
    }

    private Component createMembers() {
        if (project.isDefault()) {
            return Parts.div("muted", new Paragraph(words.of("projects.default-help")));
        }
        account.setId("member-name");
        account.setLabel(words.of("people.name"));
        account.addKeyPressListener(Key.ENTER, press -> add());
        role.setId("member-role");
        role.setLabel(words.of("people.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(words::of);
        role.setValue(Role.TRANSLATOR);
        var form = Parts.div(
                "line-form",
                account,
                role,
                Parts.button("member-add", "", words.of("projects.add-member"), "", click -> add()));
        form.setVisible(administrator);
        return Parts.div("stack", new H2(words.of("projects.members")), form, members);
    }

    private void save() {
        attempt(() -> {
            projects.change(project, name.getValue(), differs.getValue());
            project = projects.find(project.id()).orElseThrow();
            setHeaderTitle(project.name());
            Parts.tell(words.of("projects.saved"));
        });
    }

    private void add() {
        attempt(() -> {
            projects.setMember(project.id(), new Member(account.getValue().strip(), role.getValue()));
            account.clear();
            account.focus();
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            error.setVisible(false);
            showMembers();
            changed.run();
        } catch (InvalidEntry refused) {
            refuse(words.of(refused));
        } catch (StaleProject stale) {
            project = projects.find(project.id()).orElse(project);
            refuse(words.of("projects.stale", project.name()));
        }
    }

    private void refuse(String why) {
        error.setText(why);
        error.setVisible(true);
    }

    private void showMembers() {
        members.removeAll();
        if (project.isDefault()) {
            return;
        }
        List<Member> all = projects.members(project.id());
        Map<String, String> names =
                accounts.displayNames(all.stream().map(Member::account).toList());
        if (all.isEmpty()) {
            members.add(new Paragraph(words.of("projects.no-members")));
        }
        all.forEach(member -> members.add(createRow(member, names.getOrDefault(member.account(), member.account()))));
    }

    private Component createRow(Member member, String shown) {
        var avatar = Parts.span("av", Person.initial(shown));
        avatar.getElement().setAttribute("aria-hidden", "true");
        var row = Parts.div(
                "pub-row",
                avatar,
                Parts.div("grow", Parts.span("strong", shown), Parts.span("xs muted", member.account())));
        if (!administrator) {
            row.add(Parts.span("muted", words.of(member.role())));
            return row;
        }
        var of = new Select<Role>();
        of.setItems(Role.values());
        of.setItemLabelGenerator(words::of);
        of.setValue(member.role());
        of.setAriaLabel(words.of("projects.role-of", shown));
        of.addValueChangeListener(change ->
                attempt(() -> projects.setMember(project.id(), new Member(member.account(), change.getValue()))));
        row.add(
                of,
                Parts.button(
                        "",
                        "s",
                        words.of("projects.remove-member"),
                        "",
                        click -> attempt(() -> projects.removeMember(project.id(), member.account()))));
        return row;
    }
}

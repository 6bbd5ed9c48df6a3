package khos.workbench;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import khos.translation.Refused;
import khos.translation.SourceChanges;
import khos.translation.TextInput;
import org.jspecify.annotations.Nullable;

/** Takes in a changed source of a document: says what would become of its segments, and when it is done what did. */
final class SourceDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient SourceChanges changes;
    private final String documentId;
    private final transient Words words;
    private final transient Runnable changed;
    private final Div report = Parts.div("outcome");
    private final NativeButton apply;
    private @Nullable String text;

    /** @param changed is run when the source is another */
    SourceDialog(SourceChanges changes, String documentId, Words words, Runnable changed) {
        this.changes = changes;
        this.documentId = documentId;
        this.words = words;
        this.changed = changed;
        setId("new-source-dialog");
        addClassName("dlg");
        setWidth("560px");
        setHeaderTitle(words.of("new-source.title"));
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(bytes)));
        upload.setId("new-source-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(TextInput.LARGEST);
        upload.setAcceptedFileTypes(".md", ".markdown", ".txt", "text/markdown", "text/plain");
        upload.setI18n(UploadDialog.texts(words));
        upload.addFileRemovedListener(removed -> forget());
        upload.addFileRejectedListener(rejected -> tell(rejected.getErrorMessage()));
        report.getElement().setAttribute("role", "status");
        apply = Parts.button("new-source-apply", "p", words.of("new-source.apply"), "", click -> apply());
        apply.setEnabled(false);
        add(Parts.div("stack", new Paragraph(words.of("new-source.what")), upload, report));
        getFooter().add(Parts.button("new-source-close", "q", words.of("close"), "Esc", click -> close()), apply);
    }

    private void take(byte[] bytes) {
        forget();
        try {
            String read = TextInput.decode(bytes);
            show("new-source.expected", changes.expected(documentId, read));
            text = read;
            apply.setEnabled(true);
        } catch (Refused refused) {
            tell(words.of(refused));
        }
    }

    private void forget() {
        text = null;
        report.removeAll();
        apply.setEnabled(false);
    }

    private void apply() {
        String read = text;
        if (read == null) {
            return;
        }
        try {
            SourceChanges.Outcome outcome = changes.update(documentId, read);
            forget();
            show("new-source.done", outcome);
            changed.run();
        } catch (Refused refused) {
            tell(words.of(refused));
        }
    }

    private void show(String heading, SourceChanges.Outcome outcome) {
        report.add(
                new H2(words.of(heading)),
                Parts.div(
                        "figures",
                        figure("kept", outcome.kept()),
                        figure("changed", outcome.changed()),
                        figure("added", outcome.added()),
                        figure("removed", outcome.removed())));
    }

    private Div figure(String name, int number) {
        return Parts.div(
                "figure " + name,
                Parts.span("tn", Integer.toString(number)),
                Parts.span("xs muted", words.of("new-source." + name)));
    }

    private void tell(String what) {
        report.removeAll();
        report.add(Parts.div("bad", new Glyph("warning"), new Span(what)));
    }
}

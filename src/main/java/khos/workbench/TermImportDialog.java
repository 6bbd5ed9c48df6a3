package khos.workbench;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import khos.terminology.Concept;
import khos.terminology.ReadTerms;
import khos.terminology.Tbx;
import khos.terminology.TermCsv;
import khos.terminology.Termbase;
import khos.translation.TextInput;

/** Takes in a file of terms after showing what of it can be taken and, by line, what cannot. */
final class TermImportDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 100;

    private final transient Termbase termbase;
    private final transient Words words;
    private final transient Runnable done;
    private final Div report = Parts.div("report");
    private final NativeButton take;
    private transient List<Concept> concepts = List.of();

    TermImportDialog(Termbase termbase, Words words, Runnable done) {
        this.termbase = termbase;
        this.words = words;
        this.done = done;
        setId("term-import");
        addClassName("dlg");
        setWidth("640px");
        setModality(ModalityMode.STRICT);
        setHeaderTitle(words.of("terms.import"));
        report.setId("term-report");
        report.getElement().setAttribute("role", "status");
        take = Parts.button("term-take", "p", words.of("terms.import-take"), "", click -> takeIn());
        take.setEnabled(false);
        add(Parts.div(
                "stack",
                Parts.div("file", Parts.span("lab", words.of("terms.import-file")), createUpload()),
                help(),
                report));
        getFooter().add(Parts.button("term-import-cancel", "q", words.of("cancel"), "Esc", click -> close()), take);
    }

    private Paragraph help() {
        var help = new Paragraph(words.of("terms.import-help"));
        help.addClassNames("xs", "muted");
        return help;
    }

    private Upload createUpload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> show(read(metadata.fileName(), bytes))));
        upload.setId("term-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(TextInput.LARGEST);
        upload.setAcceptedFileTypes(".tbx", ".xml", ".csv", "text/csv", "application/xml", "text/xml");
        upload.setI18n(texts());
        upload.addFileRemovedListener(removed -> clear());
        upload.addFileRejectedListener(rejected -> Parts.warn(rejected.getErrorMessage()));
        return upload;
    }

    private UploadI18N texts() {
        String failed = words.of("upload.failed");
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(words.of("upload.drop"))
                        .setMany(words.of("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(words.of("upload.choose"))
                        .setMany(words.of("upload.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(words.of("upload.too-big", TextInput.LARGEST / 1024 / 1024))
                        .setIncorrectFileType(words.of("terms.wrong-type"))
                        .setTooManyFiles(words.of("upload.too-many")))
                .setUploading(new UploadI18N.Uploading()
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB")));
    }

    private static ReadTerms read(String name, byte[] bytes) {
        var in = new ByteArrayInputStream(bytes);
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? TermCsv.read(in) : Tbx.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        concepts = List.of();
        report.removeAll();
        take.setEnabled(false);
    }

    private void show(ReadTerms read) {
        clear();
        concepts = read.concepts();
        take.setEnabled(!concepts.isEmpty());
        report.add(new Paragraph(words.of("terms.import-can", concepts.size())));
        if (read.refused().isEmpty()) {
            return;
        }
        report.add(new Paragraph(words.of("terms.import-cannot", read.refused().size())));
        var lines = new UnorderedList();
        read.refused().stream()
                .limit(MOST_SHOWN)
                .map(refusal -> new ListItem(
                        words.of("terms.import-line", Integer.toString(refusal.line()), words.of(refusal))))
                .forEach(lines::add);
        if (read.refused().size() > MOST_SHOWN) {
            lines.add(new ListItem(words.of("terms.import-rest", read.refused().size() - MOST_SHOWN)));
        }
        report.add(lines);
    }

    private void takeIn() {
        int added = termbase.addMissing(concepts).size();
        close();
        Parts.tell(words.of("terms.imported", added));
        done.run();
    }
}

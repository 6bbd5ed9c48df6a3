package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import khos.account.Project;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.mongolian.Connector;
import khos.mongolian.Transliteration;
import khos.translation.Refused;
import khos.translation.State;
import khos.translation.TextInput;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in a Markdown file to be translated, or a file with its translation. What is refused leaves the form as it is. */
final class UploadDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(UploadDialog.class);

    /** Texts of so many characters are taken in at once. */
    private static final int LONG = 200_000;

    private final transient Translations translations;
    private final transient Words words;
    private final transient Consumer<Translation> done;
    private final RadioButtonGroup<TextKind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<LanguagePair> pair = new RadioButtonGroup<>();
    private final Select<Project> project = new Select<>();
    private final TextField slug = new TextField();
    private final Paragraph error = new Paragraph();
    private final Div offers = Parts.div("offers");
    private final transient ChosenText source;
    private final transient ChosenText target;
    private final PairList pairs;
    private final NativeButton submit;
    private final NativeButton cancel;
    private final Div running;

    /** The texts whose pairs were looked at. */
    private transient Optional<Texts> seen = Optional.empty();

    private record Texts(LanguagePair pair, String source, String target) {}

    private record Into(String projectId, TextKind kind, String slug, LanguagePair pair) {}

    /** @param projects what the new document may belong to; the one that is offered first stands first */
    UploadDialog(
            Translations translations,
            List<Project> projects,
            Connector connector,
            Words words,
            Consumer<Translation> done) {
        this.translations = translations;
        this.words = words;
        source = new ChosenText("offer-source", words.of("offer.source"), offers, connector, words);
        target = new ChosenText("offer-target", words.of("offer.target"), offers, connector, words);
        this.done = done;
        pairs = new PairList(words);
        submit = Parts.button("upload-submit", "p", words.of("upload.submit"), "", click -> submit());
        cancel = Parts.button("upload-cancel", "q", words.of("cancel"), "Esc", click -> close());
        running = createRunning();
        project.setItems(projects);
        project.setValue(projects.getFirst());
        project.setVisible(projects.size() > 1);
        setId("upload");
        addClassName("dlg");
        setHeaderTitle(words.of("upload.title"));
        setWidth("640px");
        add(createForm());
        getFooter().add(cancel, submit);
    }

    private Component createForm() {
        pair.setLabel(words.of("upload.direction"));
        var chineseFirst = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
        pair.setItems(chineseFirst, chineseFirst.reversed());
        pair.setItemLabelGenerator(value -> words.of(value.source()) + " → " + words.of(value.target()));
        pair.setValue(chineseFirst);
        kind.setLabel(words.of("upload.kind"));
        kind.setItems(TextKind.ARTICLE, TextKind.LESSON);
        kind.setItemLabelGenerator(value -> words.of("kind." + value.path()));
        kind.setValue(TextKind.ARTICLE);
        pair.addValueChangeListener(change -> forgetPairs());
        project.setId("upload-project");
        project.setLabel(words.of("upload.project"));
        project.setItemLabelGenerator(Project::name);
        project.addValueChangeListener(change -> pair.setValue(change.getValue().pair()));
        slug.setLabel(words.of("upload.slug"));
        slug.setHelperText(words.of("upload.slug-help"));
        slug.setId("slug");
        slug.setWidthFull();
        error.setId("upload-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var files = Parts.div(
                "two-files",
                createUpload("upload-source", words.of("upload.source"), (name, bytes) -> {
                    choose(source, bytes);
                    bytes.ifPresent(chosen -> propose(name));
                }),
                createUpload("upload-target", words.of("upload.target"), (name, bytes) -> choose(target, bytes)));
        return Parts.div("stack", files, offers, pair, kind, project, slug, pairs, running, error);
    }

    private void choose(ChosenText file, Optional<byte[]> bytes) {
        error.setVisible(false);
        try {
            file.take(bytes);
        } catch (Refused refused) {
            tell(words.of(refused));
        }
        forgetPairs();
    }

    private Div createRunning() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        var running = Parts.div("running", bar, Parts.span("xs muted", words.of("upload.running")));
        running.setId("upload-running");
        running.getElement().setAttribute("role", "status");
        running.setVisible(false);
        return running;
    }

    /** Keeps the bytes of a chosen file; nothing when it was put away again. */
    private interface Taker {
        void take(String name, Optional<byte[]> bytes);
    }

    private Component createUpload(String id, String label, Taker taker) {
        var upload = new Upload(
                UploadHandler.inMemory((metadata, bytes) -> taker.take(metadata.fileName(), Optional.of(bytes))));
        upload.setId(id);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(TextInput.LARGEST);
        upload.setAcceptedFileTypes(".md", ".markdown", ".txt", "text/markdown", "text/plain");
        upload.setI18n(texts(words));
        upload.addFileRemovedListener(removed -> taker.take(removed.getFileName(), Optional.empty()));
        upload.addFileRejectedListener(rejected -> tell(rejected.getErrorMessage()));
        return Parts.div("file", Parts.span("lab", label), upload);
    }

    static UploadI18N texts(Words words) {
        var texts = new UploadI18N();
        texts.setDropFiles(
                new UploadI18N.DropFiles().setOne(words.of("upload.drop")).setMany(words.of("upload.drop")));
        texts.setAddFiles(
                new UploadI18N.AddFiles().setOne(words.of("upload.choose")).setMany(words.of("upload.choose")));
        texts.setError(new UploadI18N.Error()
                .setFileIsTooBig(words.of("upload.too-big", TextInput.LARGEST / 1024 / 1024))
                .setIncorrectFileType(words.of("upload.wrong-type"))
                .setTooManyFiles(words.of("upload.too-many")));
        texts.setUploading(new UploadI18N.Uploading()
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(words.of("upload.failed"))
                        .setUnexpectedServerError(words.of("upload.failed"))
                        .setForbidden(words.of("upload.failed"))));
        texts.setUnits(new UploadI18N.Units().setSize(new ArrayList<>(List.of("B", "kB", "MB", "GB"))));
        return texts;
    }

    private void propose(String fileName) {
        if (slug.isEmpty()) {
            slug.setValue(slugOf(fileName));
        }
    }

    /** A name for addresses out of a file's: {@code Old Books.zh.md} gives {@code old-books}, {@code ᠨᠣᠮ.md} {@code nom}, {@code zh.md} nothing. */
    static String slugOf(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.(md|markdown|txt)$", "")
                .replaceFirst("(^|[._-])(zh|mn)$", "");
        return Transliteration.slug(name);
    }

    private void submit() {
        if (!source.isPresent()) {
            tell(words.of("upload.no-file"));
            return;
        }
        try {
            if (target.isPresent()) {
                take(new Texts(pair.getValue(), source.text(), target.text()));
            } else {
                take(source.text());
            }
        } catch (Refused refused) {
            tell(words.of(refused));
        }
    }

    private void take(String text) {
        var into = new Into(
                project.getValue().id(), kind.getValue(), slug.getValue().strip(), pair.getValue());
        take(text.length(), () -> translations.extract(into.projectId(), into.kind(), into.slug(), into.pair(), text));
    }

    /** Takes a text in with its translation once its pairs were looked at. */
    private void take(Texts texts) {
        if (seen.filter(texts::equals).isPresent()) {
            var into = new Into(
                    project.getValue().id(), kind.getValue(), slug.getValue().strip(), texts.pair());
            take(
                    texts.source().length() + texts.target().length(),
                    () -> translations.extract(
                            into.projectId(),
                            into.kind(),
                            into.slug(),
                            into.pair(),
                            texts.source(),
                            texts.target(),
                            State.TRANSLATED));
            return;
        }
        error.setVisible(false);
        pairs.show(
                texts.pair(),
                translations.pairs(project.getValue().id(), texts.pair(), texts.source(), texts.target()));
        seen = Optional.of(texts);
        nameSubmit("upload.take");
    }

    /** A book takes seconds, in which the page shows that it is at work. */
    private void take(int length, Supplier<Translation> taking) {
        if (length < LONG) {
            finish(taking.get());
            return;
        }
        error.setVisible(false);
        setBusy(true);
        getUI().ifPresent(ui -> Background.start(ui, watch -> taking.get(), place -> {}, (document, failure) -> {
            setBusy(false);
            if (document != null) {
                finish(document);
            } else if (failure instanceof Refused refused) {
                tell(words.of(refused));
            } else {
                LOG.error("a text could not be taken in", failure);
                tell(words.of("error"));
            }
        }));
    }

    private void setBusy(boolean busy) {
        running.setVisible(busy);
        submit.setEnabled(!busy);
        cancel.setEnabled(!busy);
        setCloseOnEsc(!busy);
        setCloseOnOutsideClick(!busy);
    }

    private void finish(Translation document) {
        close();
        done.accept(document);
    }

    private void forgetPairs() {
        seen = Optional.empty();
        pairs.forget();
        nameSubmit(target.isPresent() ? "upload.look" : "upload.submit");
    }

    private void nameSubmit(String key) {
        submit.setText(words.of(key));
    }

    private void tell(String text) {
        error.removeAll();
        error.add(new Glyph("warning"), new Span(text));
        error.setVisible(true);
        error.scrollIntoView();
    }
}

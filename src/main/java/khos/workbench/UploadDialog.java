package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.translation.Refused;
import khos.translation.State;
import khos.translation.TextInput;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;

/** Takes in a Markdown file to be translated, or a file with its translation. What is refused leaves the form as it is. */
final class UploadDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Translations translations;
    private final transient Words words;
    private final transient Consumer<Translation> done;
    private final RadioButtonGroup<TextKind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<LanguagePair> pair = new RadioButtonGroup<>();
    private final TextField slug = new TextField();
    private final Paragraph error = new Paragraph();
    private transient Optional<byte[]> source = Optional.empty();
    private transient Optional<byte[]> target = Optional.empty();

    UploadDialog(Translations translations, Words words, Consumer<Translation> done) {
        this.translations = translations;
        this.words = words;
        this.done = done;
        setId("upload");
        addClassName("dlg");
        setHeaderTitle(words.of("upload.title"));
        setWidth("640px");
        add(createForm());
        var cancel = Parts.button("upload-cancel", "q", words.of("cancel"), "Esc", click -> close());
        var submit = Parts.button("upload-submit", "p", words.of("upload.submit"), "", click -> submit());
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
                    source = bytes;
                    bytes.ifPresent(chosen -> propose(name));
                }),
                createUpload("upload-target", words.of("upload.target"), (name, bytes) -> target = bytes));
        return Parts.div("stack", files, pair, kind, slug, error);
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
        upload.setI18n(texts());
        upload.addFileRemovedListener(removed -> taker.take(removed.getFileName(), Optional.empty()));
        upload.addFileRejectedListener(rejected -> tell(rejected.getErrorMessage()));
        return Parts.div("file", Parts.span("lab", label), upload);
    }

    private UploadI18N texts() {
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

    /** A name for addresses out of a file's: {@code Old Books.zh.md} gives {@code old-books}, {@code zh.md} nothing. */
    static String slugOf(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.(md|markdown|txt)$", "")
                .replaceFirst("(^|[._-])(zh|mn)$", "");
        return name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private void submit() {
        if (source.isEmpty()) {
            tell(words.of("upload.no-file"));
            return;
        }
        try {
            String text = TextInput.decode(source.get());
            Translation document = target.isPresent()
                    ? translations.extract(
                            kind.getValue(),
                            slug.getValue().strip(),
                            pair.getValue(),
                            text,
                            TextInput.decode(target.get()),
                            State.TRANSLATED)
                    : translations.extract(kind.getValue(), slug.getValue().strip(), pair.getValue(), text);
            close();
            done.accept(document);
        } catch (Refused refused) {
            tell(words.of(refused));
        }
    }

    private void tell(String text) {
        error.removeAll();
        error.add(new Glyph("warning"), new Span(text));
        error.setVisible(true);
    }
}

package khos.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import khos.language.Messages;
import khos.terminology.Concept;
import khos.terminology.ReadTerms;
import khos.terminology.Tbx;
import khos.terminology.TermCsv;
import khos.terminology.Termbase;
import khos.translation.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The termbase: concepts listed, and the whole as TBX or CSV in, as TBX out. */
@RestController
class TermsController {
    private static final int MOST_SIZE = 500;
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LARGEST = 50;

    record Concepts(int total, List<ConceptAnswer> concepts) {}

    /** @param added concepts; what was there already is not added again */
    record Taken(int added, int refused, List<Refusals.Refusal> refusals) {}

    private final Termbase termbase;

    TermsController(Termbase termbase) {
        this.termbase = termbase;
    }

    @Operation(summary = "The concepts of which a term or the subject contains q")
    @GetMapping("/api/v1/terms")
    Concepts list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (page < 0 || size < 1 || size > MOST_SIZE) {
            throw Problems.malformed("page counts from 0, size is from 1 to " + MOST_SIZE);
        }
        List<Concept> found =
                page > Integer.MAX_VALUE / size ? List.of() : termbase.search(q, Optional.empty(), page * size, size);
        return new Concepts(
                termbase.count(q, Optional.empty()),
                found.stream().map(ConceptAnswer::of).toList());
    }

    @Operation(summary = "Takes in terms, the body of the request: text/csv, else TBX")
    @PostMapping("/api/v1/terms")
    Taken takeIn(InputStream body, @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, Locale locale)
            throws IOException {
        byte[] file = body.readNBytes(LARGEST * MEGABYTE + 1);
        if (file.length > LARGEST * MEGABYTE) {
            throw new Refused("refused.too-large", LARGEST);
        }
        var in = new ByteArrayInputStream(file);
        boolean csv = type.isCompatibleWith(MediaType.parseMediaType("text/csv"));
        ReadTerms read = csv ? TermCsv.read(in) : Tbx.read(in);
        Messages messages = Problems.messages(locale);
        var refusals = new Refusals();
        read.refused().forEach(refusal -> refusals.add(refusal.line(), messages.text(refusal.key(), refusal.detail())));
        int added = termbase.addMissing(read.concepts()).size();
        return new Taken(added, refusals.count(), refusals.first());
    }

    @Operation(summary = "The whole termbase as TBX-Basic")
    @GetMapping("/api/v1/terms.tbx")
    void writeOut(HttpServletResponse response) throws IOException, XMLStreamException {
        response.setContentType("application/x-tbx+xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"terms.tbx\"");
        Tbx.write(termbase.all(), response.getOutputStream());
    }
}

package khos.workbench;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import khos.memory.Provenance;
import khos.memory.TranslationUnit;
import khos.translation.Origins;

/** Where a unit of the memory comes from, who made it and when; a segment of ours is a link. */
final class OriginLine extends Div {
    private static final long serialVersionUID = 1L;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    OriginLine(TranslationUnit unit, Origins origins, Words words) {
        addClassName("mf");
        Optional<Origins.Place> place = origins.find(unit.origin());
        if (place.isPresent()) {
            var link = new Anchor(
                    "/workbench/documents/" + place.get().documentId() + "?s="
                            + (place.get().ordinal() + 1),
                    words.of(
                            "matches.place",
                            place.get().title(),
                            Integer.toString(place.get().number())));
            link.setTarget("_blank");
            add(link);
        }
        unit.file().filter(file -> place.isEmpty()).ifPresent(file -> {
            var name = new Span(file);
            name.addClassName("file");
            add(name);
        });
        if (unit.provenance() != Provenance.REVIEWED || place.isEmpty()) {
            String how = words.of("provenance."
                    + (unit.provenance() == Provenance.REVIEWED ? Provenance.IMPORTED : unit.provenance())
                            .name()
                            .toLowerCase(Locale.ROOT));
            int penalty = unit.provenance().penalty();
            add(new Span(penalty == 0 ? how : words.of("matches.penalty", how, penalty)));
        }
        String made = made(unit, words);
        if (!made.isEmpty()) {
            add(new Span(made));
        }
    }

    /** Who and when, as far as it is known; a unit out of a file may say neither. */
    private static String made(TranslationUnit unit, Words words) {
        if (unit.createdAt().equals(Instant.EPOCH)) {
            return unit.author();
        }
        String when = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZONE).format(unit.createdAt());
        return unit.author().isEmpty() ? when : words.of("matches.from", unit.author(), when);
    }
}

package khos.workbench;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import khos.language.Conversion;
import khos.mongolian.Connector;
import khos.translation.Refused;
import khos.translation.TextInput;

/** A file that was chosen to be taken in, and the offer to convert it when it needs that. */
final class ChosenText {
    private final String id;
    private final String name;
    private final Div offers;
    private final Connector connector;
    private final Words words;
    private Optional<byte[]> bytes = Optional.empty();
    private Optional<ImportOffer> offer = Optional.empty();

    /**
     * @param id of the offer
     * @param name what the file is called where it is refused
     * @param offers where the offer is shown
     */
    ChosenText(String id, String name, Div offers, Connector connector, Words words) {
        this.id = id;
        this.name = name;
        this.offers = offers;
        this.connector = connector;
        this.words = words;
    }

    /** @throws Refused when the bytes are no text */
    void take(Optional<byte[]> chosen) {
        bytes = chosen;
        offer.ifPresent(offers::remove);
        offer = Optional.empty();
        offer = chosen.flatMap(this::offerFor);
        offer.ifPresent(offers::add);
    }

    private Optional<ImportOffer> offerFor(byte[] chosen) {
        String text = TextInput.decode(chosen);
        return Conversion.neededBy(text)
                .map(conversion -> new ImportOffer(id, name, text, conversion, connector, words));
    }

    boolean isPresent() {
        return bytes.isPresent();
    }

    /** @throws Refused when the bytes are no text, or {@code refused.not-chosen} while an offer waits */
    String text() {
        return offer.isPresent()
                ? offer.get().chosen().orElseThrow(() -> new Refused("refused.not-chosen", name))
                : TextInput.decode(bytes.orElseThrow());
    }
}

package khos.site;

import java.util.Optional;
import khos.language.Conversion;
import khos.mongolian.Connector;
import khos.translation.Refused;

/**
 * The tool that converts a text.
 *
 * @param choice the conversion that is chosen; empty when Khos is to find it
 * @param text what stands in the field
 * @param remark in Chinese: why nothing was converted, or how a file was read
 */
record ConvertPage(
        Frame frame, Optional<Conversion> choice, String text, Optional<String> remark, Optional<Converted> converted)
        implements Page {
    static ConvertPage empty(Frame frame) {
        return new ConvertPage(frame, Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    @Override
    public String template() {
        return "convert";
    }

    ConvertPage choosing(Optional<Conversion> conversion) {
        return new ConvertPage(frame, conversion, text, remark, converted);
    }

    /** Says why nothing was converted. */
    ConvertPage refusing(Refused refused) {
        String reason = frame.chinese().text(refused.key(), refused.arguments().toArray());
        return new ConvertPage(frame, choice, text, Optional.of(reason), Optional.empty());
    }

    ConvertPage with(Sample sample, Connector connector) {
        return choosing(Optional.of(sample.conversion())).converting(sample.text(), Optional.empty(), connector);
    }

    /** Converts as was chosen, else as the text asks for. */
    ConvertPage with(SentText sent, Connector connector) {
        boolean foreign = !sent.charset().name().equals("UTF-8");
        Optional<String> remark = foreign
                ? Optional.of(frame.chinese("convert.read-as", sent.charset().name()))
                : Optional.empty();
        return converting(sent.text(), remark, connector);
    }

    private ConvertPage converting(String sent, Optional<String> how, Connector connector) {
        Optional<Conversion> conversion = choice.or(() -> Conversion.suggestedFor(sent));
        Optional<String> said = conversion.isPresent() ? how : Optional.of(frame.chinese("convert.unrecognised"));
        return new ConvertPage(
                frame,
                choice,
                sent,
                said,
                conversion.map(one -> Converted.of(one, choice.isEmpty(), sent, one.apply(sent, connector))));
    }

    boolean isChosen(Optional<Conversion> conversion) {
        return choice.equals(conversion);
    }

    /** The class that sets the font and direction of the field. */
    String kind() {
        return converted.map(Converted::shownSource).map(Converted.Shown::kind).orElse("mn");
    }

    /** Where a sample is shown. */
    String address(Sample sample) {
        return frame.path() + "?sample=" + sample.code() + "#result";
    }

    /** The largest text that is taken, in bytes. */
    int largest() {
        return SentText.LARGEST;
    }
}

package khos.site;

/** Text that XML 1.0 can hold. */
final class XmlText {
    private XmlText() {}

    /** {@code text} without the characters that no XML document may contain (XML 1.0, section 2.2). */
    static String of(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

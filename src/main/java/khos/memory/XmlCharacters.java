package khos.memory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file as a parser can take them: decoded as its first bytes say (XML 1.0, appendix F), without a byte
 * order mark, with {@link #FORBIDDEN} for what no XML may hold, so that one such character does not end the whole file. Refuses
 * tags of which a parser would hold megabytes.
 */
final class XmlCharacters extends Reader {
    /** Stands for what XML has not, as {@code U+0001} or {@code &#1;}; a noncharacter, which no text needs. */
    static final char FORBIDDEN = '\uFDD0';

    private static final int LONGEST_TAG = 500_000;
    private static final int LONGEST_REFERENCE = 12;
    private static final int HEAD = 400;
    private static final int BUFFER = 8_192;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Reader in;
    private final char[] read = new char[BUFFER];
    private final StringBuilder ready = new StringBuilder(BUFFER + LONGEST_REFERENCE);
    private final StringBuilder reference = new StringBuilder();
    private int given;
    private boolean begun;
    private boolean ended;
    /** Characters since a tag began; -1 outside of tags. */
    private int open = -1;

    private XmlCharacters(Reader in) {
        this.in = in;
    }

    /**
     * Of the bytes of a file: UTF-8, UTF-16 with or without a byte order mark, or what the declaration says.
     *
     * @throws IllegalArgumentException when that is no encoding that is known
     */
    static XmlCharacters of(InputStream input) throws IOException {
        var buffered = new BufferedInputStream(input, 1 << 16);
        buffered.mark(HEAD);
        byte[] head = buffered.readNBytes(HEAD);
        buffered.reset();
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        Charset charset = switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            case 0xEFBB -> StandardCharsets.UTF_8;
            default -> declared(new String(head, StandardCharsets.ISO_8859_1));
        };
        var characters = new InputStreamReader(
                buffered,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(FORBIDDEN)));
        return new XmlCharacters(characters);
    }

    /** What a declaration in single bytes says; it cannot be right about more. */
    private static Charset declared(String head) {
        Matcher declaration = ENCODING.matcher(head);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declaration.group(1).toUpperCase(Locale.ROOT);
        return switch (name) {
            case "UTF-16", "UTF-16LE", "UTF-16BE" -> StandardCharsets.UTF_8;
            // What says so is mostly written in its supersets (WHATWG Encoding, section 4.2).
            case "GB2312", "GBK", "GB_2312-80", "X-GBK", "CP936" -> Charset.forName("GB18030");
            default -> Charset.forName(name);
        };
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (given == ready.length()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready.length() - given);
        ready.getChars(given, given + count, buffer, offset);
        given += count;
        return count;
    }

    private void fill() throws IOException {
        ready.setLength(0);
        given = 0;
        int count = in.read(read);
        if (count < 0) {
            ended = true;
            ready.append(reference);
            return;
        }
        int from = !begun && count > 0 && read[0] == '\uFEFF' ? 1 : 0;
        begun = true;
        for (int i = from; i < count; i++) {
            take(read[i]);
        }
    }

    private void take(char c) throws IOException {
        if (c == '<') {
            open = 0;
        } else if (c == '>') {
            open = -1;
        } else if (open >= 0 && ++open > LONGEST_TAG) {
            throw new IOException("tag of more than " + LONGEST_TAG + " characters");
        }
        if (c == '&' || reference.length() == LONGEST_REFERENCE) {
            ready.append(reference);
            reference.setLength(0);
        }
        char allowed = isAllowed(c) ? c : FORBIDDEN;
        if (c == '&' || !reference.isEmpty()) {
            reference.append(allowed);
        } else {
            ready.append(allowed);
        }
        if (c == ';' && !reference.isEmpty()) {
            ready.append(isForbidden(reference) ? String.valueOf(FORBIDDEN) : reference);
            reference.setLength(0);
        }
    }

    /** Of a UTF-16 unit; surrogates are looked at by the decoder. */
    private static boolean isAllowed(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Whether {@code &#x1F;} refers to what XML 1.0, production 2, does not have. */
    private static boolean isForbidden(CharSequence reference) {
        String name = reference.toString();
        boolean hexadecimal = name.startsWith("&#x");
        String digits = name.substring(Math.min(name.length() - 1, hexadecimal ? 3 : 2), name.length() - 1);
        if (!name.startsWith("&#") || !digits.matches(hexadecimal ? "[0-9A-Fa-f]{1,8}" : "[0-9]{1,9}")) {
            return false;
        }
        long c = Long.parseLong(digits, hexadecimal ? 16 : 10);
        return c > Character.MAX_CODE_POINT
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c <= Character.MAX_VALUE && !isAllowed((char) c);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

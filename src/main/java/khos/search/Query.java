package khos.search;

import java.util.Optional;
import khos.language.Language;
import khos.translation.TextKind;

/**
 * What a reader asks.
 *
 * @param text anything at all; never a syntax error
 * @param language only editions in this language; empty for both
 * @param kind only this kind; empty for all
 * @param page from 0
 * @param size answers on a page, 1 to 100
 */
public record Query(String text, Optional<Language> language, Optional<TextKind> kind, int page, int size) {}

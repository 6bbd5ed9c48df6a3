package khos.markdown;

import khos.language.Span;

/**
 * A translatable stretch of a Markdown text: the inline content of one paragraph, heading or table cell.
 *
 * @param kind what it is, with the list items and quotations around it, for example {@code paragraph},
 *     {@code heading 2}, {@code quote/list/item/paragraph}; two texts are paired when these agree in order
 * @param span where it stands in the text, prefixes of its later lines included
 * @param text its inline Markdown, lines joined by {@code \n} and freed from the prefixes of their containers
 */
public record Block(String kind, Span span, String text) {}

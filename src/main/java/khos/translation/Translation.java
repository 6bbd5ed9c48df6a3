package khos.translation;

import java.time.Instant;
import khos.language.LanguagePair;

/**
 * One text being translated in one language pair: a document as the list of documents shows it.
 *
 * @param kind article, lesson or episode
 * @param slug its name in addresses, unique among its kind
 * @param title in the source language
 * @param targetTitle in the target language; empty while untranslated
 */
public record Translation(
        String id,
        TextKind kind,
        String slug,
        String title,
        String targetTitle,
        LanguagePair pair,
        Progress progress,
        Instant changedAt) {}

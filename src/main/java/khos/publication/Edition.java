package khos.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khos.language.Language;

/**
 * A publication in one language, as it was when it was published; never changed afterwards.
 *
 * @param revision counts the editions of this publication in this language, from 1
 * @param title plain text
 * @param summary plain text; may be empty
 * @param body Markdown
 * @param captions WebVTT; empty when there are none
 * @param chapters WebVTT, see {@link WebVtt#chapters}; empty when there are none
 * @param category of an article: {@code news}, {@code briefing}, {@code feature}, {@code notice}; else empty
 * @param date the day it is dated
 * @param author may be empty
 * @param translator may be empty
 * @param level of a lesson, from 1; 0 for none
 * @param topic of a lesson; may be empty
 * @param sentences of the body, in order
 * @param publishedAt when this edition was published
 */
public record Edition(
        String id,
        Language language,
        int revision,
        String title,
        String summary,
        String body,
        String captions,
        String chapters,
        String category,
        LocalDate date,
        String author,
        String translator,
        List<String> tags,
        int level,
        String topic,
        List<Sentence> sentences,
        Instant publishedAt) {}

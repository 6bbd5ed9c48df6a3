package khos.site;

import java.util.List;
import khos.publication.Headline;

/** The articles of a language, latest dated first. */
record ArticlesPage(Frame frame, List<Headline> articles, Paging paging) implements Page {
    @Override
    public String template() {
        return "articles";
    }
}

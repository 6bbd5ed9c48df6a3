package khos.site;

import java.util.List;
import khos.publication.Headline;

/** The lessons of a language, latest dated first. */
record LessonsPage(Frame frame, List<Headline> lessons, Paging paging) implements Page {
    @Override
    public String template() {
        return "lessons";
    }
}

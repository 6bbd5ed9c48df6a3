package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import khos.account.Accounts;
import khos.language.Language;
import khos.search.SearchLog;

/** What readers search for, and what they do not find: for editors. */
@Route("searches")
@PermitAll
class SearchesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
    private static final int USUAL = 30;
    private static final int MOST = 50;

    private final SearchLog log;
    private final Accounts accounts;
    private final AuthenticationContext authentication;
    private final Clock clock;
    private final Words words = Words.current();

    SearchesView(SearchLog log, Accounts accounts, AuthenticationContext authentication, Clock clock) {
        this.log = log;
        this.accounts = accounts;
        this.authentication = authentication;
        this.clock = clock;
        setId("searches");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!TopBar.isForEditors(accounts)) {
            Parts.warn(words.of("denied"));
            event.forwardTo(DocumentsView.class);
            return;
        }
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("days")
                .orElse("");
        show(PERIODS.stream()
                .filter(days -> wanted.equals(days.toString()))
                .findFirst()
                .orElse(USUAL));
    }

    private void show(int days) {
        LocalDate to = LocalDate.now(clock.withZone(ZONE));
        LocalDate from = to.minusDays(days - 1L);
        SearchLog.Summary summary = log.summary(from, to, MOST);
        var main = new Main(createHead(days, from, to));
        if (summary.asked() == 0) {
            main.add(createEmptyState());
        } else {
            main.add(createFigures(summary), createLists(summary));
        }
        removeAll();
        add(new TopBar(words, authentication, TopBar.places(words, accounts, "searches"), Parts.div("grow")));
        add(main);
    }

    private Component createHead(int days, LocalDate from, LocalDate to) {
        var periods = Parts.div("seg3");
        periods.getElement().setAttribute("role", "group").setAttribute("aria-label", words.of("searches.period"));
        for (int period : PERIODS) {
            var link = new Anchor("/workbench/searches?days=" + period, words.of("searches.days", period));
            if (period == days) {
                link.getElement().setAttribute("aria-current", "true");
            }
            periods.add(link);
        }
        return Parts.div(
                "pt",
                new H1(words.of("searches.title")),
                Parts.span("muted tn", words.of("searches.from-to", day(from), day(to))),
                Parts.div("grow"),
                periods);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Words.locale())
                .format(day);
    }

    private Component createFigures(SearchLog.Summary summary) {
        long share = Math.round(100.0 * summary.unanswered() / summary.asked());
        return Parts.div(
                "kp three-kp",
                createFigure("asked", words.of("searches.number", summary.asked()), ""),
                createFigure("unanswered", words.of("searches.number", summary.unanswered()), ""),
                createFigure("share", String.valueOf(share), "%"));
    }

    private Component createFigure(String key, String number, String unit) {
        var figure = Parts.div("kd", new Span(number));
        if (!unit.isEmpty()) {
            figure.add(Parts.span("unit", unit));
        }
        return Parts.div(
                "k",
                Parts.span("kt", words.of("searches." + key)),
                figure,
                new Paragraph(words.of("searches." + key + "-help")));
    }

    private Component createLists(SearchLog.Summary summary) {
        return Parts.div(
                "two even",
                createList("frequent", summary.frequent(), true),
                createList("without", summary.withoutAnswer(), false));
    }

    private Component createList(String key, List<SearchLog.Question> questions, boolean found) {
        var head = new H2(words.of("searches." + key));
        head.setId("searches-" + key);
        var section = new Section(
                Parts.div("figcaption", head, Parts.span("sm muted", words.of("searches." + key + "-help"))));
        section.addClassName("fig");
        section.getElement().setAttribute("aria-labelledby", "searches-" + key);
        section.add(
                questions.isEmpty()
                        ? Parts.span("muted", words.of("searches.none"))
                        : createTable(key, questions, found));
        return section;
    }

    private Component createTable(String key, List<SearchLog.Question> questions, boolean found) {
        var table = new NativeTable();
        table.addClassName("ep");
        table.setId(key);
        var head = new NativeTableRow(createHeader("searches.question", ""), createHeader("searches.times", "r"));
        if (found) {
            head.add(createHeader("searches.found", "r"));
        }
        table.getHead().add(head);
        for (SearchLog.Question question : questions) {
            var row = new NativeTableRow(
                    new NativeTableCell(createLink(question.text())), createNumber(question.asked()));
            if (found) {
                row.add(createNumber(question.found()));
            }
            table.getBody().add(row);
        }
        return table;
    }

    private NativeTableHeaderCell createHeader(String key, String className) {
        var header = new NativeTableHeaderCell(words.of(key));
        header.getElement().setAttribute("scope", "col");
        if (!className.isEmpty()) {
            header.addClassName(className);
        }
        return header;
    }

    private NativeTableCell createNumber(long number) {
        var cell = new NativeTableCell(words.of("searches.number", number));
        cell.addClassName("r");
        return cell;
    }

    /** The question, which asks the public site in a window of its own. */
    private Component createLink(String question) {
        Language language = isMongolian(question) ? Language.MONGOLIAN : Language.CHINESE;
        var link = new Anchor(
                "/" + language.code() + "/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8),
                Parts.in(language, new Span(question)));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener").setAttribute("router-ignore", "");
        return link;
    }

    private static boolean isMongolian(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.MONGOLIAN);
    }

    private Component createEmptyState() {
        var word = Parts.in(Language.MONGOLIAN, Parts.div("big", new Span("ᠬᠣᠣᠰ")));
        return Parts.div(
                "empty",
                word,
                Parts.div("text", new H2(words.of("searches.empty")), new Paragraph(words.of("searches.empty-help"))));
    }

    @Override
    public String getPageTitle() {
        return words.of("searches") + " · Khos";
    }
}

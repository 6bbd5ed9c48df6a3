package khos.workbench;

import com.vaadin.flow.server.VaadinRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import khos.account.InvalidEntry;
import khos.account.Role;
import khos.language.Language;
import khos.language.Messages;
import khos.mongolian.Connector;
import khos.publication.Publications;
import khos.publication.Schedule;
import khos.terminology.ReadTerms;
import khos.terminology.Status;
import khos.translation.Refused;
import khos.translation.Segment;
import khos.translation.State;
import tools.jackson.databind.json.JsonMapper;

/** The words of the workbench in the language of whoever looks at it: Chinese, or English when the browser asks for it. */
final class Words {
    private final Messages messages;

    private Words(Messages messages) {
        this.messages = messages;
    }

    static Words current() {
        return new Words(Messages.of(locale()));
    }

    /** English for a browser that asks for it first, else Chinese. */
    static Locale locale() {
        VaadinRequest request = VaadinRequest.getCurrent();
        // Without the header a request has the locale of the machine, which says nothing about its reader.
        boolean english = request != null
                && request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return english ? Locale.ENGLISH : Locale.CHINESE;
    }

    String of(String key, Object... arguments) {
        return messages.text("workbench." + key, arguments);
    }

    /** What the script for typing Mongolian says, and by what it parts suffixes, as JSON. */
    String input(Connector connector) {
        Map<String, String> input = messages.section("input");
        input.put("lang", locale().toLanguageTag());
        input.put("connector", connector.code());
        return JsonMapper.shared().writeValueAsString(input);
    }

    /** The state of a segment; of a confirmed one also that its text was changed since. */
    String of(Segment segment) {
        String state = of("state." + segment.state().name().toLowerCase(Locale.ROOT));
        if (segment.draft().isEmpty()) {
            return state;
        }
        return segment.state() == State.INITIAL ? of("state.draft") : of("state.changed", state);
    }

    String of(Language language) {
        return of("language." + language.code());
    }

    String of(Role role) {
        return of("role." + role.name().toLowerCase(Locale.ROOT));
    }

    String of(Status status) {
        return of("term-status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** Why a place of a text was rewritten, by {@link khos.language.ShownChange#kind()}. */
    String ofChange(String kind) {
        return messages.text("change." + kind);
    }

    /** What a check says, or is called. */
    String ofCheck(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** Day and hour at the centre, the year when it is another one: {@code 12 月 1 日 08:00}. */
    String of(Instant time) {
        boolean thisYear = time.atZone(Publications.ZONE).getYear()
                == LocalDate.now(Publications.ZONE).getYear();
        return DateTimeFormatter.ofPattern(of(thisYear ? "date-time" : "date-time.year"), locale())
                .withZone(Publications.ZONE)
                .format(time);
    }

    /** What is to happen and when, or that it failed: {@code 将在 12 月 1 日 08:00 发布}. */
    String of(Schedule plan) {
        String key =
                "schedule." + plan.action().name().toLowerCase(Locale.ROOT) + (plan.isFailed() ? ".failed" : ".at");
        return of(key, of(plan.at()));
    }

    String of(Refused refused) {
        return messages.text(refused.key(), refused.arguments().toArray());
    }

    String of(InvalidEntry refused) {
        return messages.text(refused.key(), refused.arguments().toArray());
    }

    String of(ReadTerms.Refusal refusal) {
        return messages.text(refusal.key(), refusal.detail());
    }
}

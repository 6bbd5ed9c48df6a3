package khos.workbench;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import khos.publication.Publications;
import khos.publication.Schedule.Action;

/** Asks when something is to happen, in the hours of the centre whatever the zone of the browser is. */
final class ScheduleForm extends Div {
    private static final long serialVersionUID = 1L;

    private final DateTimePicker when = new DateTimePicker();
    private final Select<Action> what = new Select<>();
    private final transient Words words;
    private final transient BiConsumer<Action, Instant> action;

    /**
     * @param actions what can be chosen
     * @param action what is chosen, and when
     */
    ScheduleForm(
            Set<Action> actions,
            Action chosen,
            Instant at,
            Words words,
            BiConsumer<Action, Instant> action,
            Runnable close) {
        this.words = words;
        this.action = action;
        addClassName("when");
        what.setItems(actions);
        what.setItemLabelGenerator(one -> words.of("schedule." + one.name().toLowerCase(Locale.ROOT)));
        what.setValue(chosen);
        what.setLabel(words.of("schedule.what"));
        what.setVisible(actions.size() > 1);
        what.addClassName("what");
        when.setLabel(words.of("schedule.when"));
        when.setLocale(Words.locale());
        when.setDatePickerI18n(calendar());
        when.setStep(Duration.ofMinutes(30));
        // A date is typed; the calendar opens by its button, and covers nothing before.
        when.setAutoOpen(false);
        when.setValue(LocalDateTime.ofInstant(at, Publications.ZONE));
        var set = Parts.button("schedule-set", "p", words.of("schedule.set"), "", click -> set());
        add(
                Parts.div(
                        "when-line",
                        what,
                        when,
                        set,
                        Parts.button("schedule-close", "q", words.of("cancel"), "", click -> close.run())),
                Parts.div("muted sm", new Span(words.of("schedule.help"))));
        when.focus();
    }

    /** Eight in the morning of the next day. */
    static Instant suggested() {
        return LocalDate.now(Publications.ZONE)
                .plusDays(1)
                .atTime(LocalTime.of(8, 0))
                .atZone(Publications.ZONE)
                .toInstant();
    }

    private void set() {
        LocalDateTime value = when.getValue();
        if (value == null) {
            when.setErrorMessage(words.of("schedule.no-time"));
            when.setInvalid(true);
            return;
        }
        action.accept(what.getValue(), value.atZone(Publications.ZONE).toInstant());
    }

    private DatePicker.DatePickerI18n calendar() {
        Locale locale = Words.locale();
        return new DatePicker.DatePickerI18n()
                .setDateFormat(words.of("date.entry"))
                .setMonthNames(names(Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdays(days(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdaysShort(days(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, locale)))
                .setFirstDayOfWeek(1)
                .setToday(words.of("date.today"))
                .setCancel(words.of("cancel"));
    }

    /** From Sunday on, as the calendar wants them. */
    private static List<String> days(Function<DayOfWeek, String> name) {
        return names(
                new DayOfWeek[] {
                    DayOfWeek.SUNDAY,
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY,
                    DayOfWeek.SATURDAY
                },
                name);
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}

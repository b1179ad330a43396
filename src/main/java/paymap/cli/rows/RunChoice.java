package paymap.cli.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.cli.console.Durations;
import paymap.cli.console.Table;
import paymap.job.RunRow;
import paymap.words.Words;

/** Which run {@code --from} or {@code --to} of a trend names. */
sealed interface RunChoice {

    /** The one of that number, be it there or not. */
    record Numbered(long id) implements RunChoice {}

    /** The newest that had ended by then. */
    record EndedBy(Instant moment) implements RunChoice {

        /** Whether it had: a run that was killed, which nobody ended, counts by its beginning. */
        boolean holds(RunRow run) {
            Instant ended = run.standing().ended();
            return !(ended == null ? run.started() : ended).isAfter(moment);
        }
    }

    /** Both a number and the name of a run, as of {@code --since}. */
    Pattern NUMBER = Pattern.compile("(run[\\s:]*)?(\\d{1,18})");

    /** So much is nobody's hundredth run, and likely to be meant as a year. */
    Pattern YEAR = Pattern.compile("(19|20|21)\\d\\d");

    /**
     * Reads what is typed: 3, run:3, 7d or 2026-11-17, which means the end of that day.
     *
     * @param option that it is typed for
     * @param here where a day ends
     * @throws IllegalArgumentException if it names no run and no time, or might be either
     */
    static RunChoice of(String option, String text, Instant now, ZoneId here) {
        String asked = text.strip();
        if (YEAR.matcher(asked).matches()) {
            throw new IllegalArgumentException(Words.say(
                    "%s %s may be a run or a year; write run:%2$s, or a date like %2$s-11-17", option, asked));
        }
        Matcher number = NUMBER.matcher(asked);
        if (number.matches()) {
            return new Numbered(Long.parseLong(number.group(2)));
        }
        Duration back = Durations.BACK.find(asked);
        if (back != null) {
            return new EndedBy(now.minus(back));
        }
        LocalDate day = Since.day(asked);
        if (day == null) {
            throw new IllegalArgumentException(Words.say(
                    "%s must be a run like 3, a date like 2026-11-17, or a time back like 7d, 12h or 2w: \"%s\"",
                    option, Table.safe(asked)));
        }
        return new EndedBy(day.plusDays(1).atStartOfDay(here).toInstant().minusNanos(1));
    }
}

package paymap.cli.rows;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Durations;
import paymap.job.RunRow;
import paymap.words.Words;

/** The moment that {@code --since} names. */
final class Since {

    /** Times are stored and compared as texts, and what is past the year 9999 would come before all. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Pattern RUN = Pattern.compile("run[\\s:]*(\\d{1,18})");

    private Since() {}

    /**
     * @param runs all that a number may mean
     * @param here where a date begins
     * @throws IllegalArgumentException if it names no moment
     */
    static Instant of(String text, List<RunRow> runs, Instant now, ZoneId here) {
        String asked = text.strip();
        Duration back = Durations.BACK.find(asked);
        if (back != null) {
            return now.minus(back).truncatedTo(ChronoUnit.SECONDS);
        }
        Matcher run = RUN.matcher(asked);
        if (run.matches()) {
            return run(Long.parseLong(run.group(1)), runs).started();
        }
        LocalDate day = day(asked);
        Instant date = day == null ? null : day.atStartOfDay(here).toInstant();
        if (date == null || date.isAfter(LATEST)) {
            throw new IllegalArgumentException(Words.say(
                    "--since must be a date like 2026-11-01, a time back like 7d, 12h or 2w, or a run like run:3: \"%s\"",
                    asked));
        }
        return date;
    }

    /** The day that a text names, like 2026-11-01; null = none. */
    static @Nullable LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked, DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @throws CommandFailed if there is no run of that number */
    static RunRow run(long id, List<RunRow> runs) {
        return runs.stream().filter(run -> run.id() == id).findFirst().orElseThrow(() -> {
            return new CommandFailed(
                    runs.isEmpty()
                            ? Words.say("there is no run %d; there are none yet", id)
                            : Words.say("there is no run %d; paymap runs lists them", id));
        });
    }
}

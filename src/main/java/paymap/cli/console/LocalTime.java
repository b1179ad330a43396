package paymap.cli.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: of the place where they are, to the minute. */
public final class LocalTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private LocalTime() {}

    /** E.g. {@code 2026-11-25 09:30}. */
    public static String of(Instant moment) {
        return MINUTE.format(moment.atZone(ZoneId.systemDefault()));
    }
}

package paymap.cli.importing;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.importer.FileReport;
import paymap.job.ImportSink;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.words.Words;

/** What would be stored of a file, so that a wrong column is seen before anything is. */
final class DryRun {

    private DryRun() {}

    /** @param columns how wide the terminal is */
    static String of(FileReport file, int columns) {
        if (file.sample().isEmpty()) {
            return "";
        }
        Table rows = new Table(
                Words.say("Title"),
                Words.say("pay"),
                Words.say("read as"),
                Words.say("city"),
                Words.say("district"),
                Words.say("company"),
                Words.say("experience"),
                Words.say("education"));
        for (ImportSink.Entry row : file.sample()) {
            Posting posting = row.posting();
            rows.row(
                    posting.title(),
                    orDash(posting.salary()),
                    words(row.salary()),
                    posting.city(),
                    orDash(posting.details().district()),
                    orDash(posting.details().company()),
                    orDash(posting.details().experience()),
                    orDash(posting.details().education()));
        }
        return Table.safe(heading(file)) + "\n" + rows.text(columns);
    }

    private static String heading(FileReport file) {
        String columns = file.columns().entrySet().stream()
                .map(column -> column.getKey().code() + "=" + column.getValue())
                .collect(Collectors.joining(","));
        return columns.isEmpty()
                ? Words.say("%s, its first rows:", file.name())
                : Words.say("%s is read with --columns %s, its first rows:", file.name(), columns);
    }

    private static String words(Salary salary) {
        if (salary instanceof Salary.Disclosed pay) {
            return words(pay);
        }
        return salary instanceof Salary.Undisclosed ? Words.say("undisclosed") : Words.say("unreadable");
    }

    private static String words(Salary.Disclosed pay) {
        Integer low = pay.low();
        Integer high = pay.high();
        String amount = low == null
                ? Words.say("up to %s", amount(high))
                : high == null
                        ? Words.say("from %s", amount(low))
                        : amount(low) + (high.equals(low) ? "" : "-" + amount(high));
        String months = pay.months() > Salary.Disclosed.FEWEST_MONTHS ? " × " + pay.months() : "";
        return per(pay.interval(), amount) + months;
    }

    private static String per(Salary.Interval interval, String amount) {
        return switch (interval) {
            case MONTH -> Words.say("%s a month", amount);
            case YEAR -> Words.say("%s a year", amount);
            case WEEK -> Words.say("%s a week", amount);
            case DAY -> Words.say("%s a day", amount);
            case HOUR -> Words.say("%s an hour", amount);
        };
    }

    private static String amount(@Nullable Integer cny) {
        return String.format(Locale.ROOT, "%,d", cny);
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }
}

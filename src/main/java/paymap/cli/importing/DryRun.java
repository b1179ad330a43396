package paymap.cli.importing;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.importer.FileReport;
import paymap.job.ImportSink;
import paymap.job.Posting;
import paymap.salary.Salary;

/** What would be stored of a file, so that a wrong column is seen before anything is. */
final class DryRun {

    private DryRun() {}

    /** @param columns how wide the terminal is */
    static String of(FileReport file, int columns) {
        if (file.sample().isEmpty()) {
            return "";
        }
        Table rows = new Table("Title", "pay", "read as", "city", "district", "company", "experience", "education");
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
        return file.name() + (columns.isEmpty() ? "" : " is read with --columns " + columns) + ", its first rows:";
    }

    private static String words(Salary salary) {
        if (salary instanceof Salary.Disclosed pay) {
            return words(pay);
        }
        return salary instanceof Salary.Undisclosed ? "undisclosed" : "unreadable";
    }

    private static String words(Salary.Disclosed pay) {
        Integer low = pay.low();
        Integer high = pay.high();
        String amount = low == null
                ? "up to " + amount(high)
                : high == null ? "from " + amount(low) : amount(low) + (high.equals(low) ? "" : "-" + amount(high));
        String months = pay.months() > Salary.Disclosed.FEWEST_MONTHS ? " × " + pay.months() : "";
        return amount + " a " + pay.interval().code() + months;
    }

    private static String amount(@Nullable Integer cny) {
        return String.format(Locale.ROOT, "%,d", cny);
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }
}

package paymap.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import paymap.job.JobRow;
import paymap.job.JobStore.RowOrder;
import paymap.words.Words;

/** What an export of many files is divided by. Folders are named as Hive does, which DuckDB, Spark and pandas read. */
public enum PartitionBy {
    SITE,
    MONTH,
    SITE_AND_MONTH;

    private static final String SITE_COLUMN = "site";
    private static final String MONTH_COLUMN = "month";
    private static final String BETWEEN = ",";

    /** What Hive and Spark escape in the name of a folder, and every reader turns back. */
    private static final Pattern SPECIAL = Pattern.compile("[\\x00-\\x1F\"#%'*/:=?\\\\\\x7F{}\\[\\]^<>|]");

    /** How Hive calls the folder of rows without a value. */
    private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

    /** @throws IllegalArgumentException if it is none of them */
    public static PartitionBy of(String typed) {
        String bare = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[,，]", -1))
                .map(String::strip)
                .collect(Collectors.joining(BETWEEN));
        return Arrays.stream(values())
                .filter(by -> by.typed().equals(bare))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "--partition-by must be one of %s: \"%s\"",
                        Arrays.stream(values()).map(PartitionBy::typed).collect(Collectors.joining("; ")),
                        typed.strip())));
    }

    /** As it is typed. */
    public String typed() {
        return switch (this) {
            case SITE -> SITE_COLUMN;
            case MONTH -> MONTH_COLUMN;
            case SITE_AND_MONTH -> SITE_COLUMN + BETWEEN + MONTH_COLUMN;
        };
    }

    /** What rows of one site must come in the order of, so that each folder is filled in one go. */
    public RowOrder order() {
        return hasMonth() ? RowOrder.MONTH : RowOrder.CITY;
    }

    /**
     * Where a row belongs. A month is that of {@code first_seen}: later sights leave a row where it is.
     *
     * @return names of folders, one in the other; equal for rows of equal values, and never a way out
     */
    List<String> folders(JobRow row) {
        List<String> folders = new ArrayList<>();
        if (hasSite()) {
            folders.add(folder(SITE_COLUMN, row.site()));
        }
        if (hasMonth()) {
            folders.add(folder(MONTH_COLUMN, row.seen().firstMonth()));
        }
        return folders;
    }

    /** Whether two rows may stand in one file: rows of two sites never do, as each file is sorted. */
    boolean isOneFile(JobRow a, JobRow b) {
        return a.site().equals(b.site())
                && (!hasMonth() || a.seen().firstMonth().equals(b.seen().firstMonth()));
    }

    /** What the files hold: as Hive, Spark and DuckDB write them, without what their folder says already. */
    List<JobRow.Column> columns() {
        return JobRow.COLUMNS.stream()
                .filter(column -> !hasSite() || !column.name().equals(SITE_COLUMN))
                .toList();
    }

    private boolean hasSite() {
        return this != MONTH;
    }

    private boolean hasMonth() {
        return this != SITE;
    }

    private static String folder(String column, String value) {
        Matcher special = SPECIAL.matcher(value);
        return column + "="
                + (value.isEmpty()
                        ? NO_VALUE
                        : special.replaceAll(found -> String.format(
                                Locale.ROOT, "%%%02X", (int) found.group().charAt(0))));
    }
}

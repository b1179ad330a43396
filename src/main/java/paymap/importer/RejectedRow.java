package paymap.importer;

import paymap.job.RowResult.Rejected;

/**
 * A row that is no posting. Nothing of it is kept but these, each cut to {@value #LONGEST} characters.
 *
 * @param file as the user named it
 * @param location where in the file, for people: line 12, entry 3, row 2
 * @param title as the row has it; empty = not given or not readable
 * @param salary as {@code title}
 * @param city as {@code title}
 */
public record RejectedRow(String file, String location, Rejected reason, String title, String salary, String city) {

    static final int LONGEST = 100;

    public RejectedRow {
        title = cut(title);
        salary = cut(salary);
        city = cut(city);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}

package paymap.importer;

/**
 * A row that is no posting. Nothing of it is kept but these, each cut to {@value #LONGEST} characters.
 *
 * @param file as the user named it
 * @param location where: line 12, entry 3, row 2
 * @param reason for people
 */
public record RejectedRow(String file, String location, String reason, String title, String salary, String city) {

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

package paymap.site.lagou;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.importer.RawRow;
import paymap.importer.Text;
import paymap.job.City;
import paymap.job.Posting;
import tools.jackson.databind.JsonNode;

/**
 * Rows of a result, read one by one: a row that cannot be read is counted with its reason and stops no other. Only
 * the fields of {@link Posting} are ever looked at; recruiters' fields ({@code hrInfoMap}, {@code publisherId},
 * {@code lastLogin} and others) are never touched.
 */
final class LagouRows {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_FIELD = 100;
    private static final int MOST_ROWS = 1000;

    private final String city;
    private final List<Posting> read = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private LagouRows(String city) {
        this.city = city;
    }

    /** @param result the array of rows */
    static Outcome.Fetched of(
            JsonNode result, String city, int pageSize, @Nullable Integer totalCount, @Nullable String listToken) {
        LagouRows rows = new LagouRows(city);
        for (JsonNode row : result) {
            if (rows.read.size() + rows.unreadable.size() < MOST_ROWS) {
                rows.add(row);
            }
        }
        int shown = rows.read.size() + rows.unreadable.size();
        return new Outcome.Fetched(
                rows.read, rows.unreadable, Math.max(1, Math.max(pageSize, shown)), totalCount, listToken);
    }

    private void add(JsonNode row) {
        String why = "";
        String id = scalar(row.get("positionId"));
        String title = clean(scalar(row.get("positionName")));
        String place = scalar(row.get("city"));
        String salary = scalar(row.get("salary")).strip();
        if (id.isBlank() || id.length() > LONGEST_FIELD) {
            why = "no position id";
        } else if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            why = title.isEmpty() ? "no title" : "a title of " + title.length() + " characters";
        } else if (!row.path("salary").isValueNode() || row.path("salary").isNull()) {
            why = "no pay field"; // an empty one is a site that does not say
        } else if (salary.length() > LONGEST_FIELD) {
            why = "pay of " + salary.length() + " characters";
        } else if (!place.isBlank() && !City.bare(place).equals(city)) {
            why = "a place that is not " + city;
        }
        if (!why.isEmpty()) {
            unreadable.add(why);
            return;
        }
        read.add(new Posting(
                id.strip(),
                title,
                salary,
                months(row.get("salaryMonth")),
                city,
                field(row, "district"),
                field(row, "workYear"),
                field(row, "education"),
                field(row, "companyShortName"),
                Text.day(scalar(row.get("createTime")).strip())));
    }

    /** See {@link Text#clean}. */
    static String clean(String text) {
        return Text.clean(text);
    }

    /** A row as it stands in a reply that was saved; replies for phones name the company otherwise. */
    static RawRow raw(JsonNode row) {
        String company = scalar(row.get("companyShortName"));
        return new RawRow(
                scalar(row.get("positionId")),
                scalar(row.get("positionName")),
                scalar(row.get("salary")),
                scalar(row.get("salaryMonth")),
                scalar(row.get("city")),
                scalar(row.get("district")),
                scalar(row.get("workYear")),
                scalar(row.get("education")),
                company.isEmpty() ? scalar(row.get("companyName")) : company,
                scalar(row.get("createTime")));
    }

    private static @Nullable String field(JsonNode row, String name) {
        return Text.field(scalar(row.get(name)));
    }

    private static String scalar(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isContainer() ? "" : node.asString();
    }

    /** "0" where the site states none; captures have it as text (2021-02). */
    private static int months(@Nullable JsonNode node) {
        String text = scalar(node).strip();
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }
}

package paymap.site.lagou;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
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

    /** U+180E, U+200B to U+200F, U+2060 to U+2064, U+FEFF; seen in 12 of 42,893 titles (2026-11). */
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u180E\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");

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
                day(row.get("createTime"))));
    }

    /** Entities decoded once, zero-width characters dropped, white space folded; nothing else is changed. */
    static String clean(String text) {
        String decoded = Parser.unescapeEntities(text, false);
        String visible = ZERO_WIDTH.matcher(decoded).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    private static @Nullable String field(JsonNode row, String name) {
        String text = clean(scalar(row.get(name)));
        return text.isEmpty() || text.length() > LONGEST_FIELD ? null : text;
    }

    private static String scalar(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isContainer() ? "" : node.asString();
    }

    /** "0" where the site states none; captures have it as text (2021-02). */
    private static int months(@Nullable JsonNode node) {
        String text = scalar(node).strip();
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    /** {@code 2018-03-05 09:33:11}, in China's time: its day. */
    private static @Nullable String day(@Nullable JsonNode node) {
        String text = scalar(node).strip();
        if (text.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10)).toString();
        } catch (DateTimeParseException e) {
            return null; // "1天前发布" tells no day without a clock
        }
    }
}

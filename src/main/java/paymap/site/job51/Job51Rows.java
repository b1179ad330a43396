package paymap.site.job51;

import static paymap.site.http.BoundedJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import paymap.job.RawRow;
import paymap.site.Labels;
import tools.jackson.databind.JsonNode;

/**
 * Rows of 51job's data of every era. Only the fields of {@link RawRow} are ever looked at: nothing that begins with
 * {@code hr}, no address, no description.
 */
final class Job51Rows {

    /** Of one list; real ones have 20 or 50, and a hostile one could have millions. */
    static final int MOST_ROWS = 1_000;

    /** 2020 to 2021-06, and 2021-07 to 2022. Lists of adverts beside them ({@code market_ads}, ...) name companies only. */
    private static final List<String> CLASSIC_LISTS = List.of("engine_search_result", "engine_jds");

    /** What no other board calls pay: in rows of the classic lists, and in those of {@code search-pc} (2022 on). */
    private static final String CLASSIC_PAY = "providesalary_text";

    private static final String PAY = "provideSalaryString";

    /** {@code resultbody.job.items} is the third; no whole reply is public, and readers name others. */
    private static final int DEEPEST_LIST = 3;

    /** Adverts may stand before the first row. */
    private static final int LOOKED_AT = 10;

    private static final Pattern AMOUNT = Pattern.compile("[1-9]\\d{0,6}");

    private Job51Rows() {}

    /** The rows of a reply, or of the state of a page; empty = it holds no list that is known. */
    static Optional<List<RawRow>> of(JsonNode data) {
        JsonNode list = null;
        for (String name : CLASSIC_LISTS) {
            list = longer(list, data.path(name));
        }
        if (list == null) {
            list = longest(data, DEEPEST_LIST);
        }
        if (list == null && data.at("/resultbody/job/items").isArray()) {
            list = data.at("/resultbody/job/items"); // a search without results
        }
        return Optional.ofNullable(list).map(Job51Rows::rows);
    }

    /** Whether an object is one row by itself. */
    static boolean isRow(JsonNode object) {
        return object.has(PAY) && object.has("jobName") || object.has(CLASSIC_PAY) && object.has("job_name");
    }

    static RawRow row(JsonNode row) {
        return row.has(CLASSIC_PAY) ? classic(row) : modern(row);
    }

    /** What the page says of a row to its own statistics, in an attribute (2022 on); the company stands elsewhere. */
    static RawRow sensors(JsonNode row, String company) {
        String place = text(row.path("jobArea"));
        return new RawRow(
                text(row.path("jobId")),
                text(row.path("jobTitle")),
                text(row.path("jobSalary")),
                "",
                place,
                place,
                text(row.path("jobYear")),
                text(row.path("jobDegree")),
                company,
                text(row.path("jobTime")));
    }

    private static @Nullable JsonNode longest(JsonNode node, int deepest) {
        JsonNode longest = null;
        for (JsonNode child : node.isObject() ? node : List.<JsonNode>of()) {
            boolean isList = child.isArray() && stream(child).limit(LOOKED_AT).anyMatch(row -> row.has(PAY));
            longest = longer(longest, isList ? child : deepest > 1 ? longest(child, deepest - 1) : null);
        }
        return longest;
    }

    private static @Nullable JsonNode longer(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (other == null || !other.isArray()) {
            return one;
        }
        return one == null || other.size() > one.size() ? other : one;
    }

    private static List<RawRow> rows(JsonNode list) {
        List<RawRow> rows = new ArrayList<>();
        for (JsonNode row : list) {
            boolean advert = !row.has("jobName") && !row.has("job_name");
            if (!advert && rows.size() < MOST_ROWS) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    /** {@code workyear} and {@code degreefrom} are codes: the words stand among {@code attribute_text}. */
    private static RawRow classic(JsonNode row) {
        List<String> labels = stream(row.path("attribute_text"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        String place = text(row.path("workarea_text"));
        return new RawRow(
                text(row.path("jobid")),
                text(row.path("job_name")),
                text(row.path(CLASSIC_PAY)),
                "",
                place,
                place,
                Labels.experience(labels),
                Labels.education(labels),
                text(row.path("company_name")),
                text(row.path("issuedate")));
    }

    private static RawRow modern(JsonNode row) {
        JsonNode levels = row.path("jobAreaLevelDetail");
        String place = text(row.path("jobAreaString"));
        String city = text(levels.path("cityString"));
        boolean hasDistrict = place.contains("·") || place.contains("-");
        String company = text(row.path("fullCompanyName"));
        return new RawRow(
                text(row.path("jobId")),
                text(row.path("jobName")),
                pay(row),
                "",
                city.isBlank() ? place : city,
                hasDistrict ? place : text(levels.path("districtString")),
                text(row.path("workYearString")),
                text(row.path("degreeString")),
                company.isBlank() ? text(row.path("companyName")) : company,
                text(row.path("issueDateString")));
    }

    /** The amounts in CNY a month stand beside the text, and count where it is missing. */
    private static String pay(JsonNode row) {
        String written = text(row.path(PAY));
        String low = text(row.path("jobSalaryMin"));
        String high = text(row.path("jobSalaryMax"));
        boolean amounts = AMOUNT.matcher(low).matches() && AMOUNT.matcher(high).matches();
        return written.isBlank() && amounts ? low + "-" + high + "元/月" : written;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

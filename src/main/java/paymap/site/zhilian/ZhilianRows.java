package paymap.site.zhilian;

import static paymap.site.http.BoundedJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import paymap.job.RawRow;
import tools.jackson.databind.JsonNode;

/**
 * Rows in JSON: one shape from 2020 to 2026-09, in replies and in the state of pages, and one of 2018 to 2019. Only the
 * fields of {@link RawRow} are looked at. {@code salaryReal} is not: in 2022 its lower end was the shown one and 1.
 */
final class ZhilianRows {

    /** Of one page or reply; real ones have 20 to 90, and a hostile one could have millions. */
    static final int MOST_ROWS = 1000;

    private ZhilianRows() {}

    /** Of {@code positions} or {@code positionList}; adverts among them have neither a name nor pay, and are no rows. */
    static List<RawRow> of(JsonNode list) {
        return rows(list, row -> row.has("name") || row.has("salary60"), ZhilianRows::ofPosition);
    }

    /** Of {@code sou}, 2018 to 2019. */
    static List<RawRow> ofResults(JsonNode list) {
        return rows(list, row -> row.has("jobName") || row.has("salary"), ZhilianRows::ofResult);
    }

    /** Whether an object is a row of {@link #of}; no other board has such a field. */
    static boolean isPosition(JsonNode object) {
        return object.has("salary60") && object.has("name");
    }

    /** Whether an object is a row of {@link #ofResults}. */
    static boolean isResult(JsonNode object) {
        return object.has("jobName")
                && object.has("salary")
                && object.path("city").has("display")
                && object.path("company").has("name");
    }

    static RawRow ofPosition(JsonNode row) {
        String published = text(row.path("publishTime"));
        return new RawRow(
                text(row.path("number")),
                text(row.path("name")),
                text(row.path("salary60")),
                text(row.path("salaryCount")),
                text(row.path("workCity")),
                text(row.path("cityDistrict")),
                text(row.path("workingExp")),
                text(row.path("education")),
                text(row.path("companyName")),
                published.isEmpty() ? text(row.path("firstPublishTime")) : published);
    }

    static RawRow ofResult(JsonNode row) {
        String place = text(row.path("city").path("display"));
        return new RawRow(
                text(row.path("number")),
                text(row.path("jobName")),
                text(row.path("salary")),
                "",
                place,
                place,
                text(row.path("workingExp").path("name")),
                text(row.path("eduLevel").path("name")),
                text(row.path("company").path("name")),
                text(row.path("updateDate")));
    }

    private static List<RawRow> rows(JsonNode list, Predicate<JsonNode> isRow, Function<JsonNode, RawRow> reader) {
        List<RawRow> rows = new ArrayList<>();
        for (JsonNode row : list) {
            if (rows.size() < MOST_ROWS && isRow.test(row)) {
                rows.add(reader.apply(row));
            }
        }
        return rows;
    }
}

package paymap.site.boss;

import static paymap.site.http.BoundedJson.text;

import java.util.ArrayList;
import java.util.List;
import paymap.job.RawRow;
import tools.jackson.databind.JsonNode;

/**
 * Rows in JSON, 2022 to 2026-09; only the fields of {@link RawRow} are looked at. {@code city} is a code, or 0 in
 * recommendations: the city is {@code cityName}. No reply tells when a position was posted.
 */
final class BossRows {

    /** Of one page or reply; real ones have 15 or 30, and a hostile one could have millions. */
    static final int MOST_ROWS = 1000;

    private BossRows() {}

    /** Of a list, a recommendation or a history; what has neither a title nor pay is an advert and no row. */
    static List<RawRow> of(JsonNode jobList) {
        List<RawRow> rows = new ArrayList<>();
        for (JsonNode row : jobList) {
            if (rows.size() < MOST_ROWS && (row.has("jobName") || row.has("salaryDesc"))) {
                rows.add(ofList(row));
            }
        }
        return rows;
    }

    /** Whether an object is a row of a list that stands by itself. */
    static boolean isRow(JsonNode object) {
        return object.has("jobName")
                && object.has("salaryDesc")
                && object.has("cityName")
                && object.has("brandName")
                && object.has("jobDegree");
    }

    static RawRow ofList(JsonNode row) {
        return new RawRow(
                text(row.path("encryptJobId")),
                text(row.path("jobName")),
                text(row.path("salaryDesc")),
                "",
                text(row.path("cityName")),
                text(row.path("areaDistrict")),
                text(row.path("jobExperience")),
                text(row.path("jobDegree")),
                text(row.path("brandName")),
                "");
    }

    /** {@code job/detail.json}: one position, after a click on it. Its street address is not looked at. */
    static RawRow ofDetail(JsonNode jobInfo, JsonNode brand) {
        return single(
                text(jobInfo.path("encryptId")),
                jobInfo,
                text(jobInfo.path("locationName")),
                text(brand.path("brandName")));
    }

    /** {@code job/card.json}: one position, as the mouse rests on it. */
    static RawRow ofCard(JsonNode card) {
        return single(text(card.path("encryptJobId")), card, text(card.path("cityName")), text(card.path("brandName")));
    }

    private static RawRow single(String id, JsonNode job, String city, String company) {
        return new RawRow(
                id,
                text(job.path("jobName")),
                text(job.path("salaryDesc")),
                "",
                city,
                "",
                text(job.path("experienceName")),
                text(job.path("degreeName")),
                company,
                "");
    }
}

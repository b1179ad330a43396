package paymap.site.lagou;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.job.Posting;
import paymap.job.PostingRules;
import paymap.job.RawRow;
import paymap.job.RowContext;
import paymap.job.Text;
import tools.jackson.databind.JsonNode;

/**
 * Rows of a result, read one by one: a row that is no posting is counted with its reason and stops no other. Only
 * the fields of {@link RawRow} are ever looked at; recruiters' fields ({@code hrInfoMap}, {@code publisherId},
 * {@code lastLogin} and others) are never touched.
 */
final class LagouRows {

    /** Of one page or reply; real ones have 15, and a hostile one could have millions. */
    static final int MOST_ROWS = 1000;

    /** Of a list, however many rows it counts (seen 2016 to 2019). */
    static final int MOST_PAGES_SHOWN = 30;

    /** Lagou writes entities into JSON too, seen in titles. */
    static final Text TEXT = new Text(text -> Parser.unescapeEntities(text, false));

    private LagouRows() {}

    /**
     * Reads the rows of a search.
     *
     * @param result the array of rows
     * @param city that was asked for, bare
     */
    static Outcome.Fetched of(
            JsonNode result, String city, int pageSize, @Nullable Integer totalCount, @Nullable String listToken) {
        PostingRules rules = new PostingRules(TEXT);
        RowContext context = RowContext.ofSearch(city);
        List<Posting> read = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode row : result) {
            if (read.size() + unreadable.size() < MOST_ROWS) {
                rules.read(raw(row), context)
                        .match(
                                read::add,
                                rejected -> unreadable.add(rejected.why().said()));
            }
        }
        int shown = read.size() + unreadable.size();
        int size = Math.max(1, Math.max(pageSize, shown));
        Integer count = totalCount == null ? null : Math.min(totalCount, MOST_PAGES_SHOWN * size);
        return new Outcome.Fetched(read, unreadable, size, count, listToken);
    }

    /** A row as it stands in a reply; replies for phones name the company otherwise. */
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

    private static String scalar(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isContainer() ? "" : node.asString();
    }
}

package paymap.site.toy;

import java.util.ArrayList;
import java.util.List;
import paymap.crawl.Outcome;
import paymap.job.Posting;
import paymap.job.PostingRules;
import paymap.job.RawRow;
import paymap.job.RowContext;
import paymap.job.Text;
import tools.jackson.databind.JsonNode;

/** The toy board's rows: {@code {"toy":[{"no","name","pay","town"}]}}. */
final class ToyRows {

    private ToyRows() {}

    static List<RawRow> of(JsonNode reply) {
        List<RawRow> rows = new ArrayList<>();
        for (JsonNode row : reply.path("toy")) {
            rows.add(new RawRow(
                    row.path("no").asString(),
                    row.path("name").asString(),
                    row.path("pay").asString(),
                    "",
                    row.path("town").asString(),
                    "",
                    "",
                    "",
                    "",
                    ""));
        }
        return rows;
    }

    static Outcome.Fetched page(JsonNode reply, String city) {
        PostingRules rules = new PostingRules(new Text(text -> text));
        List<Posting> postings = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (RawRow row : of(reply)) {
            rules.read(row, RowContext.ofSearch(city))
                    .match(
                            postings::add,
                            rejected -> unreadable.add(rejected.why().said()));
        }
        return new Outcome.Fetched(postings, unreadable, 10, null, null);
    }
}

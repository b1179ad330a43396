package paymap.site.sandbox.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of rows in the JSON that both eras used.
 *
 * @param page the number the page says it has
 * @param total how many rows the whole list says it has
 * @param showId ties the pages of one search together (since about 2019)
 */
public record ResultPage(Search search, int page, int total, String showId, List<MadeUpJob> jobs) {

    /** Making a mapper takes longer than starting the site, so it waits for the first page of rows. */
    private static final class Mapper {
        static final JsonMapper JSON = JsonMapper.builder().build();
    }

    /** The page of a search, from 1; without rows past the end. */
    public static ResultPage of(Postings postings, Search search, int page) {
        String showId = SeededHash.hex(32, SeededHash.of("show", search.city(), search.keyword()));
        return new ResultPage(search, page, postings.total(), showId, postings.page(search, page));
    }

    /** The same page without its rows, though the total stays. */
    public ResultPage emptied() {
        return new ResultPage(search, page, total, showId, List.of());
    }

    /** The whole reply as text. Keys come in one of several orders, as they did in 30 captures of one page. */
    public String json(long number) {
        return json(everything(), number);
    }

    /** Any tree of maps, lists, texts and numbers as JSON, its keys in the order of this request. */
    public static String json(Map<String, @Nullable Object> tree, long number) {
        return Mapper.JSON.writeValueAsString(KeyOrder.of(number).arrange(tree));
    }

    /** The whole reply as a tree, as the rendered era puts it into its page. */
    public Map<String, @Nullable Object> everything() {
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("success", true);
        reply.put("requestId", null);
        reply.put("resubmitToken", null);
        reply.put("msg", null);
        reply.put("code", 0);
        reply.put("content", content());
        return reply;
    }

    private Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> recruiters = new LinkedHashMap<>();
        jobs.forEach(job ->
                recruiters.put(Integer.toString(job.id()), Recruiter.of(job).info()));
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("showId", showId);
        content.put("pageNo", page);
        content.put("pageSize", Postings.PAGE_SIZE);
        content.put("hrInfoMap", recruiters);
        content.put("positionResult", positionResult());
        return content;
    }

    private Map<String, @Nullable Object> positionResult() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("totalCount", total);
        result.put("resultSize", jobs.size());
        result.put("locationInfo", locationInfo());
        result.put("queryAnalysisInfo", queryAnalysisInfo());
        result.put("strategyProperty", new LinkedHashMap<>(Map.of("name", "dm-csearch-madeUp", "id", 0)));
        result.put("hotLabels", null);
        result.put("hiTags", null);
        result.put("result", jobs.stream().map(RowJson::of).toList());
        return result;
    }

    private Map<String, @Nullable Object> locationInfo() {
        Map<String, @Nullable Object> location = new LinkedHashMap<>();
        location.put("city", search.city());
        location.put("district", null);
        location.put("businessZone", null);
        location.put("locationCode", null);
        location.put("isAllhotBusinessZone", false);
        location.put("queryByGisCode", false);
        return location;
    }

    private Map<String, @Nullable Object> queryAnalysisInfo() {
        Map<String, @Nullable Object> analysis = new LinkedHashMap<>();
        analysis.put("positionName", search.keyword());
        analysis.put("jobNature", null);
        analysis.put("companyName", null);
        analysis.put("industryName", null);
        analysis.put("usefulCompany", false);
        return analysis;
    }
}

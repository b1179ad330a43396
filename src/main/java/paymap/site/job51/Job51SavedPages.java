package paymap.site.job51;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.job.RawRow;
import paymap.site.http.BoundedHtml;
import paymap.site.http.BoundedJson;
import paymap.site.http.SavedAddress;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** 51job's pages and replies of every era, as a browser saved them. */
final class Job51SavedPages implements SavedPages {

    private static final String DOMAIN = "51job.com";

    /** What a row of a reply says of its recruiter (2022 on); readers name these, and there may be more. */
    private static final Set<String> PERSONAL =
            Set.of("hrUid", "hrName", "hrPosition", "hrLogo", "hrIsOnline", "hrActiveStatusGreen", "hrLabels");

    /** Where lists were ever served: in a reply with a page around it (2022 on), and in a page (to 2022). */
    private static final Pattern LISTS = Pattern.compile("[^/]*/"
            + "(?:api/job/search-pc|open/noauth/search-pc|pc/search|list/\\d{6}.*|jobsearch/search_result\\.php)");

    /** {@code /list/040000,000000,0000,00,9,99,java,2,1.html}, to 2022. */
    private static final Pattern CONDITIONS = Pattern.compile("/list/(?:[^,/?#]{0,200},){6}([^,/?#]{1,600}),");

    @Override
    public boolean owns(String url) {
        return SavedAddress.of(url).isOf(DOMAIN);
    }

    @Override
    public boolean mayHoldRows(String url) {
        return SavedAddress.of(url).isAt(LISTS);
    }

    @Override
    public Set<String> personalFields() {
        return PERSONAL;
    }

    @Override
    public Reading page(Page saved) {
        if (!saved.redirect().isBlank()) {
            return Job51Doors.ofRedirect(saved.redirect())
                    .orElseGet(() -> Reading.without(Found.NOTHING, Words.say("redirect to another page")));
        }
        Optional<JsonNode> state = Job51Page.state(saved.text());
        Optional<List<RawRow>> rows = state.flatMap(Job51Rows::of);
        if (rows.isPresent()) {
            return list(Words.say("list page"), rows.get(), keyword(saved.url(), searched(state.orElseThrow())));
        }
        return Job51Page.isListIn(saved.text())
                ? BoundedHtml.parse(saved.text())
                        .map(page -> shown(new Job51Page(page), saved))
                        .orElseGet(() -> Reading.without(
                                Found.NOTHING, Words.say("a page of more than %d tags", BoundedHtml.MOST_TAGS)))
                : withoutRows(saved);
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page saved) {
        Optional<List<RawRow>> rows = Job51Rows.of(reply);
        if (rows.isPresent()) {
            return Optional.of(list(Words.say("reply"), rows.get(), keyword(saved.url(), searched(reply))));
        }
        if (Job51Rows.isRow(reply)) {
            RawRow row = Job51Rows.row(reply);
            return Optional.of(new Reading(Found.ROW, Words.say("row"), Job51.NAME, List.of(row), "", ""));
        }
        boolean sure = owns(saved.url()) && mayHoldRows(saved.url());
        if (!sure && !reply.has("resultbody")) {
            return Optional.empty();
        }
        return Job51Doors.ofReply(reply)
                .or(() -> Optional.of(
                        Reading.without(Found.NOTHING, Words.say("reply of 51job in which no list was found"))));
    }

    private Reading shown(Job51Page page, Page saved) {
        List<RawRow> rows = page.rows();
        return rows.isEmpty()
                ? withoutRows(saved)
                : list(Words.say("list page"), rows, keyword(saved.url(), page.keyword()));
    }

    private Reading withoutRows(Page saved) {
        boolean sure = owns(saved.url());
        boolean list = sure && mayHoldRows(saved.url()) || Job51Page.isListIn(saved.text());
        return Job51Doors.ofPage(saved.text(), sure)
                .orElseGet(() -> Reading.without(
                        Found.NOTHING,
                        list
                                ? Words.say("list page without rows (they come in replies of their own)")
                                : Words.say("page without a list of jobs")));
    }

    private static Reading list(String what, List<RawRow> rows, String keyword) {
        return new Reading(Found.ROWS, what, Job51.NAME, rows, "", keyword);
    }

    /** As the data of 2020 to 2022 tell it. */
    private static String searched(JsonNode data) {
        return BoundedJson.text(data.path("search_condition").path("keyword"));
    }

    private static String keyword(String url, String otherwise) {
        String asked = SavedAddress.of(url).query("keyword");
        Matcher conditions = CONDITIONS.matcher(url);
        return !asked.isBlank()
                ? asked
                : otherwise.isBlank() && conditions.find() ? decoded(decoded(conditions.group(1))) : otherwise;
    }

    /** In an address it is encoded twice: %25E5 is %E5. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}

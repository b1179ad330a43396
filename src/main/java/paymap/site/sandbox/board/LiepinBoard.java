package paymap.site.sandbox.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;
import tools.jackson.databind.JsonNode;

/**
 * 猎聘 (2024 to 2026): {@code /zhaopin/} asks another host for filters, at an address that begins like that of the list, and
 * for 40 rows with two adverts in front, which are positions like the others. Pages count from 0.
 */
public final class LiepinBoard implements Board {

    private static final String PAGE = "/zhaopin";
    private static final String LIST = "/api/com.liepin.searchfront4c.pc-search-job";
    private static final String FILTERS = LIST + "-cond-init";
    private static final int SIZE = 40;
    private static final int MOST = 400;
    private static final int ADVERTS = 2;

    private static final Map<String, String> CITIES = Map.of(
            "010", "北京",
            "020", "上海",
            "050020", "广州",
            "050090", "深圳",
            "070020", "杭州",
            "280020", "成都",
            "410", Postings.WHOLE_COUNTRY);

    private static final Map<String, String> EXPERIENCE = Map.of("应届毕业生", "应届生", "不限", "经验不限");

    private final BoardLists lists;
    private final Shell shell = new Shell("liepin");

    /** The board, which is the same for all visitors. */
    public LiepinBoard(BoardLists lists) {
        this.lists = lists;
    }

    @Override
    public String home() {
        return PAGE + "/?city=010&dq=010&key=python";
    }

    @Override
    public boolean servesRows(Request request) {
        return request.path().equals(LIST);
    }

    /** The adverts stand in front of each page, the last postings of the list. */
    @Override
    public List<BoardRow> rows(Search search, int page) {
        List<MadeUpJob> own = page < 1 ? List.of() : lists.page(search, page, SIZE, MOST);
        int last = lists.count(MOST);
        List<MadeUpJob> adverts =
                own.isEmpty() || last <= ADVERTS ? List.of() : lists.page(search, last / ADVERTS, ADVERTS, MOST);
        return Stream.concat(adverts.stream(), own.stream())
                .map(LiepinBoard::row)
                .toList();
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        return switch (request.path()) {
            case PAGE, PAGE + "/" -> page(request);
            case FILTERS ->
                Tree.reply(
                        ReplyKind.PAGE,
                        Tree.of("flag", 1, "data", Tree.of("workYears", List.of(Tree.of("name", "3-5年")))),
                        number);
            case LIST -> request.isPost() ? list(request, number) : BoardFront.otherPage(request);
            default -> BoardFront.otherPage(request);
        };
    }

    /** As to who asks without the headers that the page's own script adds. */
    @Override
    public Reply refusal(Request request, ReplyKind kind) {
        return Tree.reply(kind, Tree.of("flag", 0, "code", "-1400", "msg", "请求参数缺失（虚构）"), 0);
    }

    private Reply page(Request request) throws BadRequest {
        String code = request.query().getOrDefault("dq", "");
        Search search = new Search(
                Request.city(CITIES.getOrDefault(code, code)),
                Request.keyword(request.query().getOrDefault("key", "")));
        return shell.reply(ReplyKind.PAGE, search, Map.of("code", Pages.escaped(code)));
    }

    private Reply list(Request request, long number) throws BadRequest {
        JsonNode form = Tree.read(request.body()).at("/data/mainSearchPcConditionForm");
        if (!request.headers().containsKey("x-fscp-version")) {
            return refusal(request, ReplyKind.REFUSED);
        }
        String city = form.path("dq").asString("");
        Search search = new Search(
                Request.city(CITIES.getOrDefault(city, city)),
                Request.keyword(form.path("key").asString("")));
        int page = Request.page(Integer.toString(form.path("currentPage").asInt(0) + 1));
        List<BoardRow> rows = rows(search, lists.pageServed(page, number));
        int total = lists.count(MOST);
        return Tree.reply(
                ReplyKind.ROWS,
                Tree.of(
                        "flag",
                        1,
                        "data",
                        Tree.of(
                                "data",
                                        Tree.of(
                                                "jobCardList",
                                                Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                                                        .map(i -> card(rows.get(i), i < ADVERTS))
                                                        .toList()),
                                "pagination",
                                        Tree.of(
                                                "currentPage",
                                                page - 1,
                                                "totalPage",
                                                (total + SIZE - 1) / SIZE,
                                                "totalCounts",
                                                total))),
                number);
    }

    private static BoardRow row(MadeUpJob job) {
        String district = job.district();
        return new BoardRow(
                Integer.toString(job.id()),
                job.shownTitle(),
                Amounts.of(job).map(pay -> pay.inThousands("k", job)).orElse("薪资面议"),
                job.city(),
                district == null ? "" : district,
                EXPERIENCE.getOrDefault(job.workYear(), job.workYear()),
                education(job),
                job.company(),
                job);
    }

    private static String education(MadeUpJob job) {
        return switch (job.education()) {
            case "不限" -> "学历不限";
            case "本科" -> job.id() % 2 == 0 ? "统招本科" : "本科";
            default -> job.education();
        };
    }

    private static Map<String, @Nullable Object> card(BoardRow row, boolean advert) {
        Person person = Person.of(row.job());
        String secrets = "{\"userId\":\"" + person.secret("user") + "\"}";
        String posted =
                LocalDate.of(2026, 9, 18).minusDays(row.job().daysAgo()).format(DateTimeFormatter.BASIC_ISO_DATE);
        return Tree.of(
                "job",
                        Tree.of(
                                "jobId", row.id(),
                                "title", row.title(),
                                "salary", row.salary(),
                                "dq", row.district().isEmpty() ? row.city() : row.city() + "-" + row.district(),
                                "requireWorkYears", row.experience(),
                                "requireEduLevel", row.education(),
                                "refreshTime", posted + "212231",
                                "link", "https://www.liepin.com/job/19" + row.id() + ".shtml",
                                "labels", List.of("虚构", "后端"),
                                "jobKind", "2",
                                "topJob", advert,
                                "advViewFlag", advert,
                                "dataPromId", person.secret("prom")),
                "comp",
                        Tree.of(
                                "compName", row.company(),
                                "compId", 8_000_000 + row.job().id() % 1000,
                                "compIndustry", "互联网",
                                "compScale", "100-499人",
                                "compLogo", ""),
                "recruiter",
                        Tree.of(
                                "recruiterName", person.name(),
                                "recruiterTitle", person.title(),
                                "recruiterId", person.secret("recruiter"),
                                "recruiterPhoto", person.picture(),
                                "imId", person.secret("im"),
                                "chatted", false),
                "dataParams", secrets,
                "dataInfo", URLEncoder.encode(secrets, StandardCharsets.UTF_8));
    }
}

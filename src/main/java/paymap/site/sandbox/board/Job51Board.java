package paymap.site.sandbox.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/**
 * 51job (2022 to 2026): {@code /pc/search} asks for 20 rows at a time by an address; at its side stand adverts whose pay is
 * a year's and does not say so. No whole reply of the real site is public: the fields are those that others' readers name.
 */
public final class Job51Board implements Board {

    private static final String PAGE = "/pc/search";
    private static final String LIST = "/api/job/search-pc";
    private static final int SIZE = 20;
    private static final int MOST = 1000;
    private static final String NOWHERE = "远程办公";

    private static final Map<String, String> CITIES = Map.of(
            "010000", "北京",
            "020000", "上海",
            "030200", "广州",
            "040000", "深圳",
            "080200", "杭州",
            "090200", "成都",
            "000000", Postings.WHOLE_COUNTRY);

    private static final Map<String, String> EXPERIENCE = Map.of(
            "应届毕业生", "在校生/应届生",
            "1年以下", "1年",
            "1-3年", "2年",
            "3-5年", "3-4年",
            "5-10年", "5-7年",
            "不限", "无需经验");

    private final BoardLists lists;
    private final Shell shell = new Shell("51job");

    /** The board, which is the same for all visitors. */
    public Job51Board(BoardLists lists) {
        this.lists = lists;
    }

    @Override
    public String home() {
        return PAGE + "?jobArea=010000&keyword=python&searchType=2";
    }

    @Override
    public boolean servesRows(Request request) {
        return request.path().equals(LIST);
    }

    @Override
    public List<BoardRow> rows(Search search, int page) {
        return page < 1
                ? List.of()
                : lists.page(search, page, SIZE, MOST).stream()
                        .map(Job51Board::row)
                        .toList();
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        return switch (request.path()) {
            case PAGE ->
                shell.reply(
                        ReplyKind.PAGE,
                        search(request),
                        Map.of("code", Pages.escaped(request.query().getOrDefault("jobArea", ""))));
            case LIST -> list(request, number);
            default -> BoardFront.otherPage(request);
        };
    }

    @Override
    public Reply refusal(Request request, ReplyKind kind) {
        return Reply.html(kind, """
                <!DOCTYPE html><html><head><meta charset="utf-8"><meta name="aliyun_waf_aa" content="made-up"></head><body>
                %s<div class="waf-nc-title">访问验证</div><div>请按住滑块，拖动到最右边（51job，虚构）</div>
                <textarea id="renderData" style="display:none">{"_waf_bd8ce2ce37":"PERSONAL-waf"}</textarea></body></html>
                """.formatted(Pages.MADE_UP));
    }

    private Reply list(Request request, long number) throws BadRequest {
        int page = Request.page(request.query().getOrDefault("pageNum", "1"));
        List<BoardRow> rows = rows(search(request), lists.pageServed(page, number));
        return Tree.reply(
                ReplyKind.ROWS,
                Tree.of(
                        "status", "1",
                        "message", "请求成功",
                        "resultbody",
                                Tree.of(
                                        "job",
                                        Tree.of(
                                                "totalCount", lists.count(MOST),
                                                "items",
                                                        rows.stream()
                                                                .map(Job51Board::json)
                                                                .toList()))),
                number);
    }

    private static Search search(Request request) throws BadRequest {
        String city = request.query().getOrDefault("jobArea", "");
        return new Search(
                Request.city(CITIES.getOrDefault(city, city)),
                Request.keyword(request.query().getOrDefault("keyword", "")));
    }

    private static BoardRow row(MadeUpJob job) {
        boolean nowhere = job.id() % 41 == 0;
        String district = job.district();
        return new BoardRow(
                Integer.toString(job.id()),
                job.shownTitle(),
                Amounts.of(job).map(pay -> pay(pay, job)).orElse(""),
                nowhere ? NOWHERE : job.city(),
                nowhere || district == null ? "" : district,
                EXPERIENCE.getOrDefault(job.workYear(), job.workYear()),
                job.education().equals("不限") ? "" : job.education(),
                job.company() + "有限公司",
                job);
    }

    private static String pay(Amounts pay, MadeUpJob job) {
        if (pay.daily()) {
            return pay.byTheDay();
        }
        if (job.months().equals("0") && job.id() % 20 == 0) {
            return pay.byTheYear();
        }
        if (pay.isAllBelowTenThousand()) {
            return pay.low() + "-" + pay.high() + "千" + Amounts.months(job);
        }
        return (pay.isBelowTenThousand() ? pay.mixed() : pay.inMyriads()) + Amounts.months(job);
    }

    private static String amount(BoardRow row, ToIntFunction<Amounts> end) {
        return Amounts.of(row.job())
                .filter(pay -> !pay.daily())
                .map(pay -> Integer.toString(end.applyAsInt(pay) * 1000))
                .orElse("");
    }

    private static Map<String, @Nullable Object> json(BoardRow row) {
        Person person = Person.of(row.job());
        boolean nowhere = row.city().equals(NOWHERE);
        String posted = LocalDate.of(2026, 9, 18).minusDays(row.job().daysAgo()) + " 15:04:00";
        String area = row.district().isEmpty() ? row.city() : row.city() + "·" + row.district();
        Map<String, @Nullable Object> json = Tree.of(
                "property", "{\"hrName\":\"" + person.name() + "\"}",
                "jobId", row.id(),
                "jobName", row.title(),
                "jobTags", List.of("虚构福利", "五险一金"),
                "jobAreaString", area,
                "jobAreaLevelDetail",
                        nowhere
                                ? Tree.of()
                                : Tree.of(
                                        "cityString",
                                        row.city(),
                                        "districtString",
                                        row.district(),
                                        "landmarkString",
                                        "虚构地标"),
                "provideSalaryString", row.salary(),
                "jobSalaryMin", amount(row, Amounts::low),
                "jobSalaryMax", amount(row, Amounts::high),
                "issueDateString", posted,
                "workYearString", row.experience(),
                "degreeString", row.education(),
                "industryType1Str", "计算机软件",
                "companyName", row.job().company(),
                "fullCompanyName", row.company(),
                "companyTypeString", "民营",
                "companySizeString", "150-500人");
        json.putAll(Tree.of(
                "hrUid",
                person.secret("hr"),
                "hrName",
                person.name(),
                "hrPosition",
                person.title(),
                "hrLogo",
                person.picture(),
                "hrIsOnline",
                true,
                "hrPhoneOfTomorrow",
                "PERSONAL-555-" + person.number(),
                "jobDescribe",
                "虚构的描述，联系 PERSONAL-text",
                "jobHref",
                "https://jobs.51job.com/madeup/" + row.id() + ".html?s=sou&req=" + Person.VISITOR.secret("session"),
                "lon",
                "0.0",
                "lat",
                "0.0"));
        return json;
    }
}

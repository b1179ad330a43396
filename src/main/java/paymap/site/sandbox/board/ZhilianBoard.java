package paymap.site.sandbox.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.data.ResultPage;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;
import tools.jackson.databind.JsonNode;

/**
 * 智联招聘 (2025 to 2026): {@code /sou/jl530/p2?kw=} carries 20 rows in its state, which is over two million characters; the
 * page then asks for the same and for further ones as JSON. Who is not logged in sees pay masked, and the state still
 * holds it.
 */
public final class ZhilianBoard implements Board {

    private static final Pattern PAGE = Pattern.compile("/sou(?:/jl(\\d{1,5}))?(?:/kw[^/]*)?(?:/p(\\d{1,4}))?/?");
    private static final String LIST = "/c/i/search/positions";
    private static final int SIZE = 20;
    private static final int MOST = 1020;
    private static final int ADVERT_EVERY = 7;

    private static final Map<String, String> CITIES = Map.of(
            "530", "北京",
            "538", "上海",
            "763", "广州",
            "765", "深圳",
            "653", "杭州",
            "801", "成都",
            "489", Postings.WHOLE_COUNTRY);

    private static final Map<String, String> EXPERIENCE = Map.of("应届毕业生", "无经验", "不限", "经验不限");

    /** The tables of cities and trades that stand in the state of each page: some 2.1 million characters. */
    private static final Map<String, @Nullable Object> BASE_DATA =
            Tree.of("madeUp", Collections.nCopies(21_000, "made up ".repeat(12)));

    private final BoardLists lists;
    private final boolean loggedIn;
    private final Shell shell = new Shell("zhilian");

    /** The board as a visitor sees it who is logged in, or is not. */
    public ZhilianBoard(BoardLists lists, boolean loggedIn) {
        this.lists = lists;
        this.loggedIn = loggedIn;
    }

    @Override
    public String home() {
        return "/sou/jl530?kw=python";
    }

    @Override
    public boolean servesRows(Request request) {
        return request.path().equals(LIST) || PAGE.matcher(request.path()).matches();
    }

    @Override
    public List<BoardRow> rows(Search search, int page) {
        return page < 1
                ? List.of()
                : lists.page(search, page, SIZE, MOST).stream()
                        .map(ZhilianBoard::row)
                        .toList();
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        Matcher page = PAGE.matcher(request.path());
        if (page.matches() && !request.isPost()) {
            return page(request, page, number);
        }
        return request.path().equals(LIST) && request.isPost() ? list(request, number) : BoardFront.otherPage(request);
    }

    /** The same for a page and for a reply, as one door stands before both. */
    @Override
    public Reply refusal(Request request, ReplyKind kind) {
        return Reply.html(kind, """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>Security Verification</title></head>
                <body data-state="refused">%s<div id="nc_1_wrapper" class="waf-nc-title">安全验证 zhaopin（虚构）</div></body></html>
                """.formatted(Pages.MADE_UP));
    }

    private Reply page(Request request, Matcher path, long number) throws BadRequest {
        String code = path.group(1) == null ? "489" : path.group(1);
        Search search = new Search(
                CITIES.getOrDefault(code, Postings.WHOLE_COUNTRY),
                Request.keyword(request.query().getOrDefault("kw", "")));
        int page = path.group(2) == null ? 1 : Request.page(path.group(2));
        List<BoardRow> rows = rows(search, lists.pageServed(page, number));
        Map<String, @Nullable Object> state = Tree.of(
                "baseData",
                BASE_DATA,
                "isLogged",
                loggedIn,
                "isVerification",
                false,
                "listResponseCode",
                200,
                "originalUrlParams",
                Tree.of("jl", code, "kw", search.keyword(), "p", Integer.toString(page)),
                "pageIndex",
                page,
                "pageSize",
                SIZE,
                "pages",
                (total() + SIZE - 1) / SIZE,
                "positionCount",
                total(),
                "positionList",
                rows.stream().map(ZhilianBoard::json).toList(),
                "resumeNumber",
                Person.VISITOR.secret("resume"),
                "user",
                loggedIn ? Person.VISITOR.account() : Tree.of());
        return shell.reply(
                ReplyKind.ROWS,
                search,
                Map.of("code", code, "state", Pages.escapedForScript(ResultPage.json(state, number))));
    }

    private int total() {
        return loggedIn ? lists.count(MOST) : lists.count(100);
    }

    private Reply list(Request request, long number) throws BadRequest {
        JsonNode asked = Tree.read(request.body());
        String code = asked.path("S_SOU_WORK_CITY").asString("489");
        Search search = new Search(
                Request.city(CITIES.getOrDefault(code, code)),
                Request.keyword(asked.path("S_SOU_FULL_INDEX").asString("")));
        int page = Request.page(asked.path("pageIndex").asString("1"));
        List<BoardRow> rows = rows(search, lists.pageServed(page, number));
        boolean end = page * SIZE >= lists.count(MOST);
        return Tree.reply(
                ReplyKind.ROWS,
                Tree.of(
                        "code",
                        200,
                        "apiCode",
                        200,
                        "message",
                        "请求成功",
                        "data",
                        Tree.of("count", total(), "isEndPage", end ? 1 : 0, "list", withAdverts(rows))),
                number);
    }

    /** Among the cards stand adverts that have neither a name nor pay. */
    private static List<Map<String, @Nullable Object>> withAdverts(List<BoardRow> rows) {
        List<Map<String, @Nullable Object>> cards = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i % ADVERT_EVERY == 1) {
                cards.add(Tree.of("adResponse", Tree.of("title", "虚构广告", "salary", "999万"), "liveCard", Tree.of()));
            }
            cards.add(json(rows.get(i)));
        }
        return cards;
    }

    private static BoardRow row(MadeUpJob job) {
        String district = job.district();
        return new BoardRow(
                "CC%09dJ40%09d"
                        .formatted(100_000_000 + Math.floorMod(job.company().hashCode(), 1000), job.id()),
                job.shownTitle(),
                Amounts.of(job).map(pay -> pay(pay, job)).orElse("面议"),
                job.city(),
                district == null || job.id() % 6 == 0 ? "" : district,
                EXPERIENCE.getOrDefault(job.workYear(), job.workYear()),
                job.education().equals("不限") ? "学历不限" : job.education(),
                job.company(),
                job);
    }

    private static String pay(Amounts pay, MadeUpJob job) {
        if (pay.daily()) {
            return pay.byTheDay();
        }
        String text = pay.isBelowTenThousand() ? pay.low() * 1000 + "-" + pay.high() * 1000 + "元" : pay.inMyriads();
        return text + Amounts.months(job);
    }

    private static String real(BoardRow row) {
        return Amounts.of(row.job())
                .filter(pay -> !pay.daily())
                .map(pay -> pay.low() * 1000 + "-" + pay.high() * 1000)
                .orElse("0-0");
    }

    private static Map<String, @Nullable Object> json(BoardRow row) {
        Person staff = Person.of(row.job());
        String posted = LocalDate.of(2026, 9, 18).minusDays(row.job().daysAgo()) + " 10:11:27";
        String months = Amounts.months(row.job());
        Map<String, @Nullable Object> json = Tree.of(
                "number", row.id(),
                "jobId", 40_000_000_000L + row.job().id(),
                "name", row.title(),
                "salary60", row.salary(),
                "salaryReal", real(row),
                "salaryCount", months.isEmpty() ? "" : months.substring(1),
                "salaryType", row.salary().contains("天") ? 2 : 1,
                "workCity", row.city(),
                "cityDistrict", row.district(),
                "streetName", "虚构街道",
                "tradingArea", "",
                "cityId", "530",
                "workingExp", row.experience(),
                "education", row.education(),
                "companyName", row.company(),
                "companySize", "100-299人");
        json.putAll(Tree.of(
                "property",
                "民营",
                "industryName",
                "互联网",
                "publishTime",
                posted,
                "firstPublishTime",
                posted,
                "workType",
                row.salary().contains("天") ? "实习" : "全职",
                "positionURL",
                "http://www.zhaopin.com/jobdetail/" + row.id() + ".htm",
                "welfareLabel",
                List.of(Tree.of("state", 0, "value", "虚构福利")),
                "showSkillTags",
                List.of(Tree.of("tag", "虚构")),
                "jobSummary",
                "虚构的描述；它含有 </script> 和 };",
                "staffCard",
                Tree.of(
                        "staffName", staff.name(),
                        "hrJob", staff.title(),
                        "avatar", staff.picture(),
                        "id", staff.secret("staff"),
                        "hrOnlineState", "PERSONAL-刚刚活跃",
                        "staffNumber", staff.secret("number")),
                "chatWindow",
                staff.secret("chat")));
        return json;
    }
}

package paymap.site.sandbox.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.data.SeededHash;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/**
 * Boss直聘 (2025 to 2026): {@code /web/geek/jobs} asks for 15 rows at a time by a form, then for the account of the visitor
 * and for the first position in full. Who is not logged in is told no pay.
 */
public final class BossBoard implements Board {

    private static final String PAGE = "/web/geek/jobs";
    private static final String LIST = "/wapi/zpgeek/search/joblist.json";
    private static final String RECOMMENDED = "/wapi/zpgeek/pc/recommend/job/list.json";
    private static final String DETAIL = "/wapi/zpgeek/job/detail.json";
    private static final String ACCOUNT = "/wapi/zpuser/wap/getUserInfo.json";
    private static final int SIZE = 15;
    private static final int MOST = 300;

    private static final Map<String, String> CITIES = Map.of(
            "101010100", "北京",
            "101020100", "上海",
            "101280100", "广州",
            "101280600", "深圳",
            "101210100", "杭州",
            "101270100", "成都",
            "100010000", Postings.WHOLE_COUNTRY);

    private static final Map<String, String> EXPERIENCE = Map.of("应届毕业生", "在校/应届", "1年以下", "1年以内", "不限", "经验不限");

    private final BoardLists lists;
    private final boolean loggedIn;
    private final Shell shell = new Shell("boss");

    /** The board as a visitor sees it who is logged in, or is not. */
    public BossBoard(BoardLists lists, boolean loggedIn) {
        this.lists = lists;
        this.loggedIn = loggedIn;
    }

    @Override
    public String home() {
        return PAGE + "?query=python&city=101010100";
    }

    @Override
    public boolean servesRows(Request request) {
        return request.path().equals(LIST) || request.path().equals(RECOMMENDED);
    }

    @Override
    public List<BoardRow> rows(Search search, int page) {
        return page < 1
                ? List.of()
                : lists.page(search, page, SIZE, MOST).stream()
                        .map(BossBoard::row)
                        .toList();
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        return switch (request.path()) {
            case PAGE, PAGE + "/" -> page(request);
            case LIST, RECOMMENDED -> list(request, number);
            case DETAIL -> detail(request, number);
            case ACCOUNT ->
                Tree.reply(
                        ReplyKind.PAGE,
                        envelope(loggedIn ? Person.VISITOR.account() : Tree.of("login", false)),
                        number);
            default -> BoardFront.otherPage(request);
        };
    }

    @Override
    public Reply refusal(Request request, ReplyKind kind) {
        return Tree.reply(
                kind,
                Tree.of(
                        "code",
                        37,
                        "message",
                        "您的访问行为异常.",
                        "zpData",
                        Tree.of("seed", Person.VISITOR.secret("seed"), "ts", 1_790_000_000_000L, "name", "madeup")),
                0);
    }

    private Reply page(Request request) throws BadRequest {
        Search search = search(request.query());
        String code = request.query().getOrDefault("city", "");
        return shell.reply(ReplyKind.PAGE, search, Map.of("code", Pages.escaped(code)))
                .withCookies(loggedIn ? List.of("wt2=" + Person.VISITOR.secret("cookie") + "; Path=/") : List.of());
    }

    private Reply list(Request request, long number) throws BadRequest {
        Map<String, String> asked = request.isPost() ? request.form() : request.query();
        Search search = search(asked);
        int page = Request.page(asked.getOrDefault("page", "1"));
        List<BoardRow> rows = rows(search, lists.pageServed(page, number));
        String lid = Person.VISITOR.secret("lid") + ".search.";
        int first = (page - 1) * SIZE;
        List<Map<String, @Nullable Object>> jobs = new ArrayList<>();
        for (BoardRow row : rows) {
            jobs.add(json(row, lid + (first + jobs.size() + 1)));
        }
        return Tree.reply(
                ReplyKind.ROWS,
                envelope(Tree.of(
                        "resCount",
                        lists.count(Integer.MAX_VALUE),
                        "filterString",
                        "",
                        "lid",
                        lid,
                        "hasMore",
                        page * SIZE < lists.count(MOST),
                        "jobList",
                        jobs,
                        "totalCount",
                        lists.count(MOST))),
                number);
    }

    /** Of a position that was clicked on: its list and place there stand in the address. */
    private Reply detail(Request request, long number) throws BadRequest {
        Search search = search(request.query());
        int page = Request.page(request.query().getOrDefault("page", "1"));
        String id = request.query().getOrDefault("id", "");
        return rows(search, page).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> Tree.reply(ReplyKind.ROWS, envelope(detail(row)), number))
                .orElseGet(() -> BoardFront.otherPage(request));
    }

    private static Search search(Map<String, String> asked) throws BadRequest {
        String city = asked.getOrDefault("city", "");
        return new Search(
                Request.city(CITIES.getOrDefault(city, city)), Request.keyword(asked.getOrDefault("query", "")));
    }

    private static Map<String, @Nullable Object> envelope(Map<String, @Nullable Object> data) {
        return Tree.of("code", 0, "message", "Success", "zpData", data);
    }

    private static BoardRow row(MadeUpJob job) {
        boolean hunted = isHunted(job);
        return new BoardRow(
                SeededHash.hex(16, SeededHash.of("boss", job.id())) + "03xz3-" + job.id() % 1000 + "~",
                job.shownTitle(),
                Amounts.of(job).map(pay -> pay.inThousands("K", job)).orElse("面议"),
                job.city(),
                hunted || job.district() == null ? "" : job.district(),
                isByTheDay(job) ? "" : EXPERIENCE.getOrDefault(job.workYear(), job.workYear()),
                job.education().equals("不限") ? "学历不限" : job.education(),
                hunted ? "某虚构互联网公司" : job.company(),
                job);
    }

    /** A headhunter's row names neither the company nor the district. */
    private static boolean isHunted(MadeUpJob job) {
        return job.id() % 9 == 0;
    }

    private static boolean isByTheDay(MadeUpJob job) {
        return Amounts.of(job).filter(Amounts::daily).isPresent();
    }

    private String pay(BoardRow row) {
        return loggedIn ? row.salary() : "";
    }

    private Map<String, @Nullable Object> json(BoardRow row, String lid) {
        Person boss = Person.of(row.job());
        boolean hunted = isHunted(row.job());
        Map<String, @Nullable Object> json = Tree.of(
                "securityId", boss.secret("security"),
                "bossAvatar", boss.picture(),
                "bossCert", 3,
                "encryptBossId", boss.secret("boss"),
                "bossName", boss.name(),
                "bossTitle", boss.title(),
                "goldHunter", hunted ? 1 : 0,
                "bossOnline", boss.number() % 2 == 0,
                "encryptJobId", row.id(),
                "expectId", 0,
                "jobName", row.title(),
                "lid", lid,
                "salaryDesc", pay(row),
                "jobLabels", List.of(row.experience(), row.education()),
                "skills", List.of("虚构", "后端"),
                "jobExperience", row.experience(),
                "jobDegree", row.education(),
                "cityName", row.city(),
                "areaDistrict", row.district(),
                "businessDistrict", "虚构商圈",
                "jobType", isByTheDay(row.job()) ? 4 : 0);
        json.putAll(Tree.of(
                "proxyJob",
                hunted ? 1 : 0,
                "proxyType",
                0,
                "anonymous",
                hunted ? 101 : 0,
                "city",
                row.job().id() % 2 == 0 ? 101_010_100 : 0,
                "iconFlagList",
                List.of(),
                "gps",
                Tree.of("longitude", 0.0, "latitude", 0.0),
                "encryptBrandId",
                SeededHash.hex(16, SeededHash.of("brand", row.company())),
                "brandName",
                row.company(),
                "brandLogo",
                "",
                "brandStageName",
                "未融资",
                "brandIndustry",
                "互联网",
                "brandScaleName",
                "100-499人",
                "welfareList",
                List.of("虚构福利"),
                "industry",
                100_020,
                "contact",
                false,
                "showTopPosition",
                false));
        return json;
    }

    private Map<String, @Nullable Object> detail(BoardRow row) {
        Person boss = Person.of(row.job());
        return Tree.of(
                "jobInfo",
                        Tree.of(
                                "encryptId", row.id(),
                                "jobName", row.title(),
                                "salaryDesc", pay(row),
                                "locationName", row.city(),
                                "experienceName", row.experience(),
                                "degreeName", row.education(),
                                "address", "虚构路 1 号 PERSONAL-address",
                                "postDescription", "虚构的职位描述 PERSONAL-text"),
                "bossInfo", Tree.of("name", boss.name(), "title", boss.title(), "tiny", boss.picture()),
                "brandComInfo", Tree.of("brandName", row.company()),
                "securityId", boss.secret("security"));
    }
}

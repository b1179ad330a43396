import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import us.codecraft.webmagic.Page;
import us.codecraft.webmagic.Request;
import us.codecraft.webmagic.ResultItems;
import us.codecraft.webmagic.Site;
import us.codecraft.webmagic.Spider;
import us.codecraft.webmagic.Task;
import us.codecraft.webmagic.model.HttpRequestBody;
import us.codecraft.webmagic.pipeline.Pipeline;
import us.codecraft.webmagic.processor.PageProcessor;
import us.codecraft.webmagic.utils.HttpConstant;

/** WebMagic on the classic protocol: {@code Crawl SITE DB CITIES PAGES THREADS}; distinct rows into SQLite, a commit a page. */
public final class Crawl implements PageProcessor, Pipeline {
    private static final List<String> FIELDS = List.of(
            "positionName", "salary", "companyShortName", "district", "workYear", "education", "createTime");

    private final Site settings =
            Site.me().setSleepTime(0).setRetryTimes(3).setCycleRetryTimes(3).setTimeOut(20_000).setUserAgent("webmagic");
    private final String site;
    private final int pages;
    private final Connection store;
    private final PreparedStatement insert;

    private Crawl(String site, int pages, Connection store) throws SQLException {
        this.site = site;
        this.pages = pages;
        this.store = store;
        try (Statement statement = store.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("CREATE TABLE jobs (id INTEGER PRIMARY KEY, city TEXT, title TEXT, salary TEXT, company TEXT,"
                    + " district TEXT, experience TEXT, education TEXT, posted TEXT, UNIQUE (city, title, salary))");
        }
        store.setAutoCommit(false);
        this.insert = store.prepareStatement("INSERT OR IGNORE INTO jobs (city, title, salary, company, district,"
                + " experience, education, posted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    public static void main(String[] args) throws Exception {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + args[1])) {
            Crawl crawl = new Crawl(args[0], Integer.parseInt(args[3]), store);
            Spider spider = Spider.create(crawl).addPipeline(crawl).thread(Integer.parseInt(args[4]));
            spider.setEmptySleepTime(20); // its end can miss the last signal, and would wait for 30 s
            for (String city : args[2].split(",")) {
                spider.addRequest(new Request(crawl.list(city)).putExtra("city", city));
            }
            spider.run();
        }
    }

    private String list(String city) {
        return site + "/jobs/list_python?city=" + URLEncoder.encode(city, StandardCharsets.UTF_8);
    }

    @Override
    public void process(Page page) {
        String city = page.getRequest().getExtra("city");
        if (page.getRequest().getMethod() == null || page.getRequest().getMethod().equals(HttpConstant.Method.GET)) {
            page.setSkip(true);
            for (int number = 1; number <= pages; number++) {
                page.addTargetRequest(rows(city, number));
            }
            return;
        }
        JSONObject result = JSON.parseObject(page.getRawText()).getJSONObject("content").getJSONObject("positionResult");
        page.putField("city", city);
        page.putField("rows", result.getJSONArray("result").toJavaList(JSONObject.class));
    }

    private Request rows(String city, int number) {
        Request request = new Request(site + "/jobs/positionAjax.json?needAddtionalResult=false&city="
                + URLEncoder.encode(city, StandardCharsets.UTF_8));
        request.setMethod(HttpConstant.Method.POST);
        request.addHeader("Referer", list(city));
        request.addHeader("X-Requested-With", "XMLHttpRequest");
        request.setRequestBody(HttpRequestBody.form(
                Map.of("first", number == 1, "pn", number, "kd", "python"), StandardCharsets.UTF_8.name()));
        return request.putExtra("city", city);
    }

    @Override
    public synchronized void process(ResultItems items, Task task) {
        List<JSONObject> rows = items.get("rows");
        try {
            for (JSONObject row : rows) {
                insert.setString(1, items.get("city"));
                for (int i = 0; i < FIELDS.size(); i++) {
                    insert.setString(i + 2, row.getString(FIELDS.get(i)));
                }
                insert.addBatch();
            }
            insert.executeBatch();
            store.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Site getSite() {
        return settings;
    }
}

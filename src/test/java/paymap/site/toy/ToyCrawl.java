package paymap.site.toy;

import java.time.InstantSource;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import paymap.crawl.Departure;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.crawl.SiteMemory;
import paymap.site.CrawlableSite.Visit;
import paymap.site.http.BoundedJson;
import paymap.site.http.HttpExchange;
import paymap.site.http.RobotsTxt;

/** Asks the toy board: ten rows a page, no session to speak of. */
final class ToyCrawl implements JobSite {

    private static final Session ANYONE = () -> Integer.MAX_VALUE;

    private final HttpUrl base;
    private final String order;
    private final SiteMemory memory;
    private final HttpExchange exchange;
    private final RobotsTxt robots = new RobotsTxt();

    ToyCrawl(Visit visit, String order, SiteMemory memory, InstantSource clock) {
        this.base = HttpUrl.get(visit.address());
        this.order = order;
        this.memory = memory;
        this.exchange = new HttpExchange(clock);
    }

    @Override
    public int pageSize() {
        return 10;
    }

    @Override
    public List<String> learned() {
        memory.write("order", order);
        return List.of();
    }

    @Override
    public Outcome readRobots(String at, Departure departure) {
        return exchange.send(get(base.resolve("/robots.txt")), null, departure, robots::read);
    }

    @Override
    public Outcome open(String city, String keyword, String at, Departure departure) {
        return exchange.send(get(base), null, departure, reply -> new Outcome.Opened(ANYONE));
    }

    @Override
    public Outcome fetch(Session session, PageTask page, Departure departure) {
        HttpUrl url = base.newBuilder()
                .addPathSegment("jobs")
                .addQueryParameter("city", page.city())
                .addQueryParameter("page", "" + page.page())
                .addQueryParameter("order", order)
                .build();
        return exchange.send(
                get(url),
                null,
                departure,
                reply -> BoundedJson.object(reply.text())
                        .<Outcome>map(tree -> ToyRows.page(tree, page.city()))
                        .orElse(new Outcome.Broken(Outcome.Flaw.CUT_OFF, "no JSON")));
    }

    @Override
    public void cancel() {
        exchange.cancelAll();
    }

    private static Request get(HttpUrl url) {
        return new Request.Builder().url(url).build();
    }
}

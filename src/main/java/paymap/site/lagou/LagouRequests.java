package paymap.site.lagou;

import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import paymap.crawl.PageTask;
import paymap.job.City;

/** What is sent to the site, and nothing else is. */
final class LagouRequests {

    private final HttpUrl base;
    private final String userAgent;

    LagouRequests(HttpUrl base, String userAgent) {
        this.base = base;
        this.userAgent = userAgent;
    }

    Request robots() {
        return get(url("/robots.txt").build())
                .header("Accept", "text/plain, */*;q=0.5")
                .build();
    }

    /** The list page as a person would open it: it gives the cookies, and shows the era. */
    HttpUrl listPage(String city, String keyword) {
        return base.newBuilder()
                .encodedPath("/jobs/")
                .addPathSegment("list_" + keyword)
                .addQueryParameter("city", City.listed(city))
                .addQueryParameter("cl", "false")
                .addQueryParameter("fromSearch", "true")
                .addQueryParameter("labelWords", "")
                .addQueryParameter("suginput", "")
                .build();
    }

    HttpUrl renderedPage(String path, String city, String keyword, int page) {
        return url(path)
                .addQueryParameter("kd", keyword)
                .addQueryParameter("city", City.listed(city))
                .addQueryParameter("pn", Integer.toString(page))
                .build();
    }

    Request page(HttpUrl url) {
        return get(url).header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5")
                .build();
    }

    /** A rendered result page, reached from the first one as a reader reaches it. */
    Request rendered(LagouSession session, PageTask task) {
        String path = session.renderedPath();
        HttpUrl from = renderedPage(path, task.city(), task.keyword(), Math.max(1, task.page() - 1));
        return page(renderedPage(path, task.city(), task.keyword(), task.page()))
                .newBuilder()
                .header("Referer", from.toString())
                .build();
    }

    /** A classic result page. "Addtional" and "Anit" are the site's own spelling (seen 2016 to 2021). */
    Request rows(PageTask task) {
        HttpUrl url = url("/jobs/positionAjax.json")
                .addQueryParameter("city", City.listed(task.city()))
                .addQueryParameter("needAddtionalResult", "false")
                .build();
        FormBody.Builder form = new FormBody.Builder()
                .add("first", Boolean.toString(task.page() == 1))
                .add("pn", Integer.toString(task.page()))
                .add("kd", task.keyword());
        if (task.page() > 1 && task.listToken() != null) {
            form.add("sid", task.listToken());
        }
        return common(url)
                .post(form.build())
                .header("Accept", "application/json, text/javascript, */*; q=0.01")
                .header("X-Requested-With", "XMLHttpRequest")
                .header("X-Anit-Forge-Token", "None")
                .header("X-Anit-Forge-Code", "0")
                .header("Origin", origin())
                .header("Referer", listPage(task.city(), task.keyword()).toString())
                .build();
    }

    String origin() {
        String text = base.newBuilder().encodedPath("/").build().toString();
        return text.substring(0, text.length() - 1);
    }

    HttpUrl.Builder url(String path) {
        return base.newBuilder().encodedPath(path);
    }

    private Request.Builder get(HttpUrl url) {
        return common(url).get();
    }

    Request.Builder common(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("User-Agent", userAgent)
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
    }
}

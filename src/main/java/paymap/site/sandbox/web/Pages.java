package paymap.site.sandbox.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.ResultPage;
import paymap.site.sandbox.data.RowJson;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.data.SeededHash;

/** The HTML of the site. Each page says in two languages that nothing on it is real. */
public final class Pages {
    /** Says so on each page. */
    public static final String MADE_UP =
            "<p class=\"made-up\"><strong>本页所有数据均为虚构，仅供测试。All data on this page is made up, for tests only.</strong></p>";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <title>{title}（虚构数据 made-up data）</title>
            </head>
            <body>
            <div id="lg_header">
              <a href="/">首页</a>
              <a rel="nofollow" href="https://passport.lagou.com/login/login.html">登录</a>
              <a rel="nofollow" href="https://passport.lagou.com/register/register.html">注册</a>
            </div>
            {madeUp}
            {body}
            </body>
            </html>
            """;

    /** The rows of this page are filled in by a script; {{item.salary}} is a trap for whoever reads it without one. */
    private static final String LIST = """
            <script>window.X_Anti_Forge_Token = ''; window.X_Anti_Forge_Code = '0';</script>
            <input type="hidden" id="keyword" value="{keyword}">
            <a rel="nofollow" href="javascript:;" class="active">{city}</a>
            <div class="item page">
              <div class="page-number"><span class="curNum">1</span>/<span class="span totalNum">{pages}</span></div>
            </div>
            <ul class="item_con_list" id="s_position_list"></ul>
            <script id="tpl-position-list" type="text/html">
              {{each data as item i}}
              <li class="con_list_item default_list" data-index="{{i}}" data-positionid="{{item.positionId}}"
                  data-salary="{{item.salary}}" data-positionname="{{item.positionName}}"
                  data-hrid="{{item.publisherId}}">
                <a class="position_link" href="/jobs/{{item.positionId}}.html"><h3>{{item.positionName}}</h3></a>
                <span class="money">{{item.salary}}</span> 经验{{item.workYear}} / {{item.education}}
              </li>
              {{/each}}
            </script>
            """;

    private static final String RENDERED = """
            <div id="__next"><div id="jobList"><div class="list__YibNq">
            {items}
            </div><ul class="lg-pagination"><li class="lg-pagination-item-active">{page}</li>\
            <li class="lg-pagination-next"><a>&gt;</a></li></ul></div></div>
            <script id="__NEXT_DATA__" type="application/json">{data}</script>
            """;

    private static final String ITEM = """
            <div class="item__10RTO"><div class="item-top__1Z3Zo"><div class="position__21iOS">\
            <div class="p-top__1F7CL"><a id="openWinPostion">{title}<!-- -->[<!-- -->{place}<!-- -->]</a>\
            <span>{posted}</span></div>\
            <div class="p-bom__JlNur"><span class="money__3Lkgq">{salary}</span>经验{years}<!-- --> / <!-- -->{education}\
            </div></div><div class="company__2EsC8"><div class="company-name__2-SjF"><a>{company}</a></div>\
            <div class="industry__1HBkr">{industry}</div></div></div>\
            <div class="item-bom__cTJhu"><div class="ir___QwEG"><span>后端</span><span>虚构</span></div>\
            <div class="il__3lk85">“此数据为虚构”</div></div></div>
            """;

    /** In the shape of the challenge of 2019-10: two scripts, a key, and a call of a name made for the occasion. */
    private static final String CHALLENGE = """
            <html>
            <head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>
            <body>
            <!-- 虚构网站 This site and all its data are made up. -->
            <script src="/utrack/track.js?version=1.0.1.0" type="text/javascript"></script>
            <script type="text/javascript" src="/utrack/trackMid.js?version=1.0.0.3&amp;t={time}"></script>
            <input type="hidden" id="KEY" value="{key}">
            <script type="text/javascript">{call}();</script>页面加载中...
            <script type="text/javascript" src="/upload/oss.js"></script>
            </body>
            </html>
            """;

    private Pages() {}

    /** A page with one sentence on it. */
    public static String notice(String text) {
        return framed(text, "<p>" + escaped(text) + "</p>");
    }

    /** What came with HTTP 200 in place of a page when the site had trouble. */
    public static String trouble() {
        return notice("网络出错啦");
    }

    /** The list page of a search that shows so many pages; it carries no rows. */
    public static String list(Search search, int pages) {
        String body = LIST.replace("{pages}", Integer.toString(pages))
                .replace("{keyword}", escaped(search.keyword()))
                .replace("{city}", escaped(search.city()));
        return framed(search.keyword() + "招聘", body);
    }

    /** The page that carries its rows; {@code number} decides the order of the keys in its JSON. */
    public static String rendered(Search search, int page, ResultPage resultPage, long number) {
        StringBuilder items = new StringBuilder();
        resultPage.jobs().forEach(job -> items.append(item(job)));
        String data = ResultPage.json(nextData(search, page, resultPage), number);
        String body = RENDERED.replace("{page}", Integer.toString(page))
                .replace("{items}", items)
                .replace("{data}", escapedForScript(data));
        return framed(search.keyword() + "招聘", body);
    }

    /** The JavaScript challenge; {@code hash} decides its key and its names. */
    public static String challenge(long hash) {
        return CHALLENGE
                .replace("{time}", "16" + (10_000_000 + SeededHash.below(80_000_000, hash)))
                .replace("{key}", SeededHash.hex(40, hash))
                .replace("{call}", "f" + SeededHash.hex(7, ~hash));
    }

    private static String item(MadeUpJob job) {
        String place = job.district() == null ? job.city() : job.city() + "·" + job.district();
        return ITEM.replace("{place}", escaped(place))
                .replace("{posted}", RowJson.formatCreateTime(job))
                .replace("{salary}", job.salary())
                .replace("{years}", job.workYear())
                .replace("{education}", job.education())
                .replace("{company}", escaped(job.company()))
                .replace("{industry}", RowJson.industry(job))
                .replace("{title}", escaped(job.title()));
    }

    private static Map<String, @Nullable Object> nextData(Search search, int page, ResultPage resultPage) {
        Map<String, @Nullable Object> token = new LinkedHashMap<>();
        token.put("submitCode", Integer.toString(SeededHash.below(90_000_000, SeededHash.of("code", page))));
        token.put("submitToken", SeededHash.hex(32, SeededHash.of("token", page)));
        Map<String, @Nullable Object> pageProps = new LinkedHashMap<>();
        pageProps.put("initData", resultPage.everything());
        pageProps.put("madeUp", "本页所有数据均为虚构 All data is made up");
        Map<String, @Nullable Object> props = new LinkedHashMap<>();
        props.put("tokenData", token);
        props.put("pageProps", pageProps);
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("kd", search.keyword());
        query.put("city", search.city());
        query.put("pn", Integer.toString(page));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("props", props);
        data.put("page", "/jobs");
        data.put("query", query);
        data.put("buildId", "made-up");
        return data;
    }

    private static String framed(String title, String body) {
        return FRAME.replace("{title}", escaped(title))
                .replace("{madeUp}", MADE_UP)
                .replace("{body}", body);
    }

    /** A text as it stands between tags, or in an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As Next.js does it, so that no title can end the script element. */
    public static String escapedForScript(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}

package paymap.site.liepin;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Liepin's replies and pages of each era, all made up: what may not be read says {@value #PLANTED}, on every level. */
public final class MadeUpLiepin {

    public static final String PLANTED = "PLANTED";

    /** What was asked for, as it stands in the body of the request. */
    public static final String ASKED =
            "{\"data\":{\"mainSearchPcConditionForm\":{\"city\":\"410\",\"currentPage\":\"0\","
                    + "\"key\":\"虚构\",\"compName\":\"PLANTED\"},\"passThroughForm\":{\"ckId\":\"PLANTED\"}}}";

    /** Fields that no reader knows, or that are about people; they go into every object. */
    private static final String OTHERS = """
            "recruiter":{"recruiterName":"PLANTED","recruiterTitle":"PLANTED","imId":"PLANTED","new":{"phone":"PLANTED"}},
            "dataParams":"{\\"userId\\":\\"PLANTED\\"}","dataInfo":"PLANTED","userName":"PLANTED","token":["PLANTED"],
            "other":{"more":[{"mail":"PLANTED"}]}""";

    private MadeUpLiepin() {}

    /** A reply of {@code pc-search-job} with so many rows from an id on, the first an advert. */
    public static String reply(int firstId, int rows) {
        return "{\"flag\":1," + OTHERS + ",\"data\":{" + OTHERS + ",\"data\":{" + OTHERS + ",\"jobCardList\":["
                + IntStream.range(0, rows)
                        .mapToObj(i -> card(firstId + i, i == 0))
                        .collect(Collectors.joining(","))
                + ",{\"banner\":\"PLANTED\"}]},\"pagination\":{\"totalCounts\":2}}}";
    }

    /** One card of it. */
    public static String card(int id, boolean advert) {
        return """
                {"job":{"labels":[],"dq":"佛山-顺德区","jobId":"%d","jobKind":"2","title":"虚构工程师 %d",
                 "refreshTime":"20260917212231","topJob":%s,"salary":"15-30k·14薪","requireWorkYears":"5年以上",
                 "requireEduLevel":"统招本科","link":"https://www.liepin.com/job/19%d.shtml","dataPromId":"PLANTED",%s},
                 "comp":{"compName":"虚构机器人","compLogo":"PLANTED","compIndustry":"PLANTED",%s},%s}""".formatted(id, id, advert, id, OTHERS, OTHERS, OTHERS);
    }

    /** A page of 2021 to 2025 after its script ran. */
    public static String namedPage() {
        return page(card(
                "https://www.liepin.com/job/1984775101.shtml?ckId=PLANTED",
                """
                <div class="jsx-1 job-title-box"><div class="jsx-1 ellipsis-1" title="招聘虚构工程师甲">虚构工程师甲</div>
                <div class="jsx-1 job-dq-box"><span>【</span><span class="jsx-1 ellipsis-1">上海-浦东新区</span><span>】</span>
                </div></div><span class="jsx-1 job-salary">20-40k·14薪</span>""",
                "jsx-1 labels-tag",
                "jsx-1 company-name ellipsis-1"));
    }

    /** A page of 2026, with names of classes that are made anew with each build. */
    public static String hashedPage() {
        return page(
                card("https://www.liepin.com/job/1984775101.shtml?ckId=PLANTED", """
                        <div class="_4XZ"><div class="ellipsis-1" title="招聘虚构工程师甲">虚构工程师甲</div><div
                        class="_4nJ"><span class="_4A">【</span><span class="ellipsis-1">上海-浦东新区</span><span>】</span></div>
                        </div><span class="_4XU">急聘</span><span class="_4E8">20-40k·14薪</span>""", "_4hJ", "_4K6 ellipsis-1"),
                card("https://www.liepin.com/a/79162602.shtml", """
                        <div class="_4XZ"><div class="ellipsis-1" title="招聘虚构工程师乙">虚构工程师乙</div><div
                        class="_4nJ"><span class="_4A">【</span><span class="ellipsis-1">厦门</span><span>】</span></div></div>
                        <span class="_4E8">薪资面议</span>""", "_4hJ", "_4K6 ellipsis-1"));
    }

    private static String page(String... cards) {
        return "<html><body><header>PLANTED</header><div class=\"job-list-box\">" + String.join("", cards)
                + "</div><aside><span class=\"job-salary\">PLANTED</span></aside></body></html>";
    }

    private static String card(String link, String head, String label, String company) {
        return """
                <div style="margin-bottom: 10px;"><div class="x job-card-pc-container" data-tlg-ext="PLANTED"><div><div
                class="job-detail-box"><a data-nick="job-detail-job-info" href="%s"><div class="_4F">%s</div><div
                class="_4Ke"><span class="%s">3-5年</span><span class="%s">本科</span><span>PLANTED</span></div></a><div
                data-nick="job-detail-company-info"><img src="PLANTED"><span class="%s">虚构科技</span><div
                class="ellipsis-1"><span>PLANTED</span></div></div></div></div><div class="job-card-right-box"><div
                class="recruiter-info-box"><img src="PLANTED"><div class="ellipsis-1" title="PLANTED">PLANTED·招聘专员</div>
                </div></div></div></div>
                """.formatted(link, head, label, label, company);
    }

    /** A page to 2021: pay by the month, and by the year as before 2020. */
    public static String oldPage() {
        return "<html><body><input name=\"key\" value=\"数据\"><ul class=\"sojob-list\">"
                + item("https://www.liepin.com/job/1926451801.shtml", "虚构分析师", "20-40k·14薪_上海-浦东新区_本科及以上_3年以上")
                + item("/a/18537002.shtml", "虚构投资经理", "24-60万_北京_硕士及以上_经验不限")
                + item("/a/18537003.shtml", "虚构总监", "面议_全国_本科及以上_10年以上") + "</ul></body></html>";
    }

    private static String item(String link, String title, String condition) {
        return """
                <li><i>急</i><div class="sojob-item-main clearfix"><div class="job-info"><h3 title="招聘%s"><a href="%s"> %s
                </a></h3><p class="condition clearfix" title="%s"><span class="text-warning">PLANTED</span></p><p
                class="time-info"><time title="2020年03月09日">1小时前</time><span>PLANTED</span></p></div><div
                class="company-info"><p class="company-name"><a title="公司虚构集团" href="x">虚构集团</a></p><p>PLANTED</p></div>
                </div></li>
                """.formatted(title, link, title, condition);
    }

    /** The page of a visit that looks odd to the site. */
    public static String captcha() {
        return "<html><head><title>猎聘</title></head><body>账号行为异常 PLANTED</body></html>";
    }
}

package paymap.site.job51;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 51job's replies and pages of each era, all made up: what may not be read says {@value #PLANTED}, on every level. */
public final class MadeUpJob51 {

    public static final String PLANTED = "PLANTED";

    /** Fields that no reader knows, or that are about people; they go into every object. */
    private static final String OTHERS = """
            "hrUid":"PLANTED","hrName":"PLANTED","hrPosition":"PLANTED","hrNew":"PLANTED","phone":"PLANTED",
            "address":"PLANTED","lon":"PLANTED","jobDescribe":"PLANTED","token":["PLANTED"],
            "user":{"name":"PLANTED","more":[{"mail":"PLANTED","jobName":"PLANTED"}]}""";

    private MadeUpJob51() {}

    /** A reply of {@code search-pc} with so many rows from an id on. */
    public static String reply(int firstId, int rows) {
        return "{\"status\":\"1\",\"message\":\"PLANTED\"," + OTHERS + ",\"resultbody\":{" + OTHERS + ",\"job\":{"
                + OTHERS
                + ",\"totalCount\":3,\"items\":[{\"adResponse\":{\"hrName\":\"PLANTED\"}},"
                + IntStream.range(0, rows).mapToObj(i -> row(firstId + i)).collect(Collectors.joining(",")) + "]}}}";
    }

    /** One of its rows. */
    public static String row(int id) {
        return """
                {"jobId":"%d","jobName":"虚构工程师 %d","provideSalaryString":"1-1.5万·13薪","jobSalaryMin":"10000",
                 "jobSalaryMax":"15000","jobAreaString":"上海·浦东新区","jobAreaLevelDetail":{"provinceString":"上海",
                 "cityString":"上海","districtString":"浦东新区",%s},"workYearString":"3-4年","degreeString":"本科",
                 "companyName":"虚构","fullCompanyName":"虚构科技有限公司","issueDateString":"2026-06-16 15:04:00",
                 "jobHref":"https://jobs.51job.com/x/%d.html?req=PLANTED",%s}""".formatted(id, id, OTHERS, id, OTHERS);
    }

    /** The data of 2020 to 2022. */
    public static String classic(String list, String... rows) {
        return "{\"top_ads\":[],\"market_ads\":[{\"job_name\":\"PLANTED\",\"providesalary_text\":\"\"}]," + OTHERS
                + ",\""
                + list + "\":[" + String.join(",", rows) + "],\"jobid_count\":\"2\",\"search_condition\":{"
                + "\"keyword\":\"java\",\"jobarea\":\"040000\"," + OTHERS + "}}";
    }

    public static String classicRow(int id, String pay, String place, String... labels) {
        return """
                {"type":"x","jobid":"%d","job_name":"虚构 <b>工程师</b>","job_title":"PLANTED","company_name":"虚构公司",
                 "providesalary_text":"%s","workarea":"040300","workarea_text":"%s","updatedate":"07-31",
                 "issuedate":"2020-07-31 10:10:52","workyear":"5","degreefrom":"6","attribute_text":[%s],%s}""".formatted(
                        id,
                        pay,
                        place,
                        Stream.of(labels).map(label -> "\"" + label + "\"").collect(Collectors.joining(",")),
                        OTHERS);
    }

    /** A page of 2020 to 2022 around its data. */
    public static String statePage(String data) {
        return "<html><head><title>PLANTED</title></head><body><div class=\"j_joblist\"></div><script>"
                + "window.cfg = {ip:'PLANTED'};\nwindow.__SEARCH_RESULT__ = " + data.replace("</", "<\\/")
                + "</script><script>var guid = 'PLANTED'</script></body></html>";
    }

    /** A page of today after its script ran; the adverts at its side are by the year. */
    public static String listPage() {
        return """
                <html><body><div class="user">PLANTED</div><div class="filter"><div class="area">PLANTED</div></div>
                <div class="joblist">
                <div class="joblist-item"><div class="joblist-item-job-wrapper"><div sensorsdata="{&quot;jobId&quot;:
                &quot;901&quot;,&quot;jobTitle&quot;:&quot;虚构工程师甲&quot;,&quot;jobSalary&quot;:&quot;1.7-2.5万&quot;,
                &quot;jobArea&quot;:&quot;深圳·南山区&quot;,&quot;jobYear&quot;:&quot;5年及以上&quot;,
                &quot;jobDegree&quot;:&quot;本科&quot;,&quot;jobTime&quot;:&quot;2026-07-27 17:50:02&quot;,
                &quot;requestId&quot;:&quot;PLANTED&quot;,&quot;keyword&quot;:&quot;Java&quot;}"
                class="joblist-item-job sensors_exposure"><span class="jname">PLANTED</span><span class="sal">1万</span></div>
                <a class="comp"><span class="cname"> 虚构甲有限公司 </span></a><div class="hr-name">PLANTED</div></div></div>
                <div class="joblist-item"><div class="joblist-item-job"><span class="jname">虚构工程师乙</span><span
                class="sal">6-8千</span><div class="area"><div>广州</div></div><div class="tags"><div class="tag">3-4年</div>
                <div class="tag">双休</div><div class="tag">大专</div></div></div>
                <a href="https://jobs.51job.com/guangzhou/9021234.html?req=PLANTED">x</a><span class="cname">虚构乙</span></div>
                </div>
                <div class="zone-list-item"><div class="job-item"><span class="job-name">PLANTED</span><span
                class="salary">20-25万</span><span class="company">PLANTED</span></div></div></body></html>""";
    }

    /** A page to 2019. */
    public static String oldPage() {
        return """
                <html><body><input id="kwdselectid" value="外贸"><div class="dw_table"><div class="dw_hot"><a class="cname"
                title="PLANTED">PLANTED</a></div><div class="el title"><span class="t1">职位名</span></div>
                <div class="el"><p class="t1 "><input name="delivery_jobid" value="PLANTED"><span><a title="虚构外贸专员"
                href="https://jobs.51job.com/shenzhen-lhxq/106106701.html?s=01&amp;t=5">虚构外...</a></span></p>
                <span class="t2"><a title="虚构公司甲" href="x">虚构...</a></span><span class="t3">深圳-龙华新区</span>
                <span class="t4">6-8千/月</span><span class="t5">08-23</span></div>
                <div class="el"><p class="t1 "><span><a title="虚构外贸经理" href="https://jobs.51job.com/x/106106702.html">
                虚构</a></span></p><span class="t2"><a>虚构公司乙</a></span><span class="t3">异地招聘</span><span
                class="t4"></span><span class="t5">08-23</span></div></div></body></html>""";
    }

    /** The check by a script, as short as it is told. */
    public static String scriptCheck() {
        return "<html><script>var arg1='0123456789ABCDEF0123456789ABCDEF01234567';</script></html>";
    }

    public static String slider() {
        return "<html><title>PLANTED</title><textarea id=\"renderData\">{\"_waf_bd8ce2ce37\":\"PLANTED\"}</textarea>"
                + "<div class=\"waf-nc-title\">访问验证</div></html>";
    }
}

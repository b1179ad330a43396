package paymap.torture.privacy;

import java.util.List;
import java.util.stream.Stream;
import paymap.cli.SavedVisit;
import paymap.site.boss.MadeUpBossPages;
import paymap.site.job51.MadeUpJob51;
import paymap.site.liepin.MadeUpLiepin;
import paymap.site.zhilian.MadeUpZhilianPages;

/** A page or reply of each kind that is read, two rows at most, all made up; and what of each is read by right. */
final class Samples {

    private static final String LAGOU = "https://www.lagou.com/jobs/positionAjax.json?city=%E5%8C%97%E4%BA%AC&kd=java";
    private static final String LAGOU_PAGE = "https://www.lagou.com/wn/jobs?kd=java&city=%E5%8C%97%E4%BA%AC&pn=1";
    private static final String BOSS = "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?_=1";
    private static final String BOSS_PAGE = "https://www.zhipin.com/web/geek/jobs?query=java&city=101010100";
    private static final String ZHILIAN = "https://fe-api.zhaopin.com/c/i/search/positions";
    private static final String JOB51 = "https://we.51job.com/api/job/search-pc?keyword=java&pageNum=1";
    private static final String JOB51_PAGE = "https://we.51job.com/pc/search?keyword=java";
    private static final String LIEPIN = "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job";
    private static final String LIEPIN_PAGE = "https://www.liepin.com/zhaopin/?key=java";

    private Samples() {}

    static List<Sample> all() {
        return Stream.of(lagou(), boss(), zhilian(), job51(), liepin())
                .flatMap(List::stream)
                .toList();
    }

    static List<Sample> lagou() {
        String[] rows = under(
                "/content/positionResult/result/*/",
                "positionId positionName salary salaryMonth city district workYear education companyShortName createTime",
                "/success",
                "/content/positionResult/locationInfo/city",
                "/content/positionResult/queryAnalysisInfo/positionName");
        String items =
                ".li_b_l, .add, .format-time, h3, [class*=p-top__] a, [class*=p-top__] > span, [class*=p-bom__], "
                        + "[class*=company-name__] a";
        return List.of(
                Sample.json(
                        "lagou reply",
                        LAGOU,
                        "first=true&pn=1&kd=java",
                        clean(SavedVisit.reply("北京", "java", 71, "甲", "乙")),
                        rows),
                Sample.json(
                        "lagou reply for phones",
                        "https://m.lagou.com/search.json?city=%E6%9D%AD%E5%B7%9E&positionName=java",
                        "",
                        SavedVisit.phoneReply(),
                        under(
                                "/content/data/page/result/*/",
                                "positionId positionName salary city companyName createTime")),
                Sample.html("lagou list page", LAGOU_PAGE, clean(SavedVisit.listPage("")), items),
                Sample.html("lagou rendered page as shown", LAGOU_PAGE, SavedVisit.renderedItems("", "x1"), items));
    }

    static List<Sample> boss() {
        String cards =
                "a.job-name, .job-salary, .company-location, ul.tag-list > li, .boss-name, .job-name, .salary, .job-area,"
                        + " .company-name, .job-title, .red, .job-limit p, .info-primary p, .info-company h3";
        return List.of(
                Sample.json(
                        "boss list",
                        BOSS,
                        "query=java&city=101010100",
                        """
                        {"code":0,"message":"x","zpData":{"resCount":2,"lid":"x","hasMore":true,"totalCount":2,"jobList":[
                         {"encryptJobId":"aa11~","jobName":"虚构工程师","salaryDesc":"15-25K·14薪","cityName":"深圳","city":1,
                          "areaDistrict":"南山区","brandName":"虚构公司","jobExperience":"3-5年","jobDegree":"本科","bossName":"x",
                          "bossTitle":"x","skills":["x"],"gps":{"longitude":1.5}},
                         {"encryptJobId":"bb22~","jobName":"虚构实习","salaryDesc":"150-200元/天","cityName":"深圳"}]}}""",
                        under(
                                "/zpData/jobList/*/",
                                "encryptJobId jobName salaryDesc cityName areaDistrict brandName jobExperience jobDegree",
                                "/code")),
                Sample.json(
                        "boss detail",
                        "https://www.zhipin.com/wapi/zpgeek/job/detail.json?securityId=x",
                        "",
                        """
                        {"code":0,"zpData":{"jobInfo":{"encryptId":"cc11~","jobName":"虚构架构师","salaryDesc":"15-25K·14薪",
                         "locationName":"深圳","experienceName":"3-5年","degreeName":"本科","address":"x","postDescription":"x"},
                         "bossInfo":{"name":"x","title":"x"},"brandComInfo":{"brandName":"虚构公司","labels":["x"]}}}""",
                        under(
                                "/zpData/jobInfo/",
                                "encryptId jobName salaryDesc locationName experienceName degreeName",
                                "/code",
                                "/zpData/brandComInfo/brandName")),
                Sample.html(
                        "boss page of 2026",
                        BOSS_PAGE,
                        clean(MadeUpBossPages.TODAY.formatted("15-25K", "<li>3-5年</li><li>本科</li>")),
                        cards),
                Sample.html("boss page of 2022", BOSS_PAGE, clean(MadeUpBossPages.UNTIL_2025), cards),
                Sample.html("boss page of 2021", BOSS_PAGE, clean(MadeUpBossPages.UNTIL_2022), cards),
                Sample.html("boss page of 2018", BOSS_PAGE, clean(MadeUpBossPages.OF_2018), cards));
    }

    static List<Sample> zhilian() {
        String cards =
                "a.jobinfo__name, .jobinfo__salary, .jobinfo__other-info-item, a.companyinfo__name, .job-card__title-clamp,"
                        + " .job-card__salary, .job-card__skill-tag, .job-card__company-name, .job-card__location span, td";
        return List.of(
                Sample.json(
                        "zhilian list",
                        ZHILIAN,
                        "{\"S_SOU_FULL_INDEX\":\"java\",\"rt\":\"x\"}",
                        """
                        {"code":200,"data":{"count":2,"isEndPage":0,"list":[{"number":"CC1J2","jobId":2,"name":"虚构工程师",
                         "salary60":"8千-1.2万","salaryReal":"8001-12000","salaryCount":"13薪","workCity":"北京","cityDistrict":"朝阳区",
                         "streetName":"x","workingExp":"1-3年","education":"大专","companyName":"虚构公司",
                         "publishTime":"2022-07-12 10:11:27","firstPublishTime":"2022-01-02 03:04:05","staffCard":{"staffName":"x"}}]}}""",
                        under(
                                "/data/list/*/",
                                "number name salary60 salaryCount workCity cityDistrict workingExp education companyName publishTime"
                                        + " firstPublishTime",
                                "/code")),
                Sample.json(
                        "zhilian list of 2018",
                        "https://fe-api.zhaopin.com/c/i/sou?start=0&kw=java",
                        "",
                        """
                        {"code":200,"data":{"numFound":1,"results":[{"number":"CC3J4","jobName":"虚构前端","salary":"9K-16K","city":
                         {"items":[{"code":"530","name":"x"}],"display":"北京-海淀区"},"company":{"name":"虚构公司","url":"x"},
                         "workingExp":{"code":"103","name":"1-3年"},"eduLevel":{"code":"5","name":"大专"},
                         "updateDate":"2018-08-24 08:52:51","createDate":"2018-08-02 10:38:30"}]}}""",
                        under(
                                "/data/results/*/",
                                "number jobName salary city/display company/name workingExp/name eduLevel/name updateDate",
                                "/code")),
                Sample.html(
                        "zhilian page of 2023",
                        "https://www.zhaopin.com/sou/jl530/p2?kw=java",
                        clean(MadeUpZhilianPages.ITEM.formatted("8000-13000元")),
                        cards),
                Sample.html(
                        "zhilian page of 2026",
                        "https://www.zhaopin.com/sou/jl530/p2?kw=java",
                        MadeUpZhilianPages.CARD,
                        cards),
                Sample.html(
                        "zhilian page of 2018",
                        "https://sou.zhaopin.com/jobs/searchresult.ashx?jl=x&kw=java",
                        MadeUpZhilianPages.UNTIL_2018,
                        cards));
    }

    static List<Sample> job51() {
        String cards = ".jname, .sal, .area, .tag, .cname, .t1 a, .t2 a, .t3, .t4";
        return List.of(
                Sample.json(
                        "51job list",
                        JOB51,
                        "",
                        clean(MadeUpJob51.reply(31, 2)),
                        under(
                                "/resultbody/job/items/*/",
                                "jobId jobName provideSalaryString jobSalaryMin jobSalaryMax jobAreaString"
                                        + " jobAreaLevelDetail/cityString jobAreaLevelDetail/districtString workYearString degreeString"
                                        + " companyName fullCompanyName issueDateString",
                                "/status")),
                Sample.json(
                        "51job list of 2020",
                        "https://search.51job.com/list/040000,000000,0000,00,9,99,java,2,1.html",
                        "",
                        clean(MadeUpJob51.classic(
                                "engine_jds", MadeUpJob51.classicRow(41, "1-1.5万/月", "上海-浦东新区", "3-4年经验", "本科"))),
                        under(
                                "/engine_jds/*/",
                                "jobid job_name providesalary_text workarea_text company_name issuedate attribute_text/*",
                                "/search_condition/keyword")),
                Sample.html("51job page of 2026", JOB51_PAGE, clean(MadeUpJob51.listPage()), cards),
                Sample.html(
                        "51job page of 2021",
                        JOB51_PAGE,
                        clean(MadeUpJob51.statePage(MadeUpJob51.classic(
                                "engine_search_result", MadeUpJob51.classicRow(42, "1-2万/月", "上海", "本科")))),
                        cards),
                Sample.html("51job page of 2019", JOB51_PAGE, clean(MadeUpJob51.oldPage()), cards));
    }

    static List<Sample> liepin() {
        String cards =
                "[data-nick=job-detail-job-info] > div, [data-nick=job-detail-job-info] > span, span.ellipsis-1, .company-name,"
                        + " .job-info h3 a, .condition, time";
        return List.of(
                Sample.json(
                        "liepin list",
                        LIEPIN,
                        clean(MadeUpLiepin.ASKED),
                        clean(MadeUpLiepin.reply(51, 2)),
                        under(
                                "/data/data/jobCardList/*/",
                                "job/jobId job/title job/salary job/dq job/requireWorkYears job/requireEduLevel job/refreshTime"
                                        + " comp/compName",
                                "/flag")),
                Sample.html("liepin page of 2021", LIEPIN_PAGE, clean(MadeUpLiepin.namedPage()), cards),
                Sample.html("liepin page of 2026", LIEPIN_PAGE, clean(MadeUpLiepin.hashedPage()), cards),
                Sample.html("liepin page of 2019", LIEPIN_PAGE, clean(MadeUpLiepin.oldPage()), cards));
    }

    /** The marks of other tests are one for all their places; here each place gets its own. */
    private static String clean(String fixture) {
        return fixture.replace("PLANTED", "x").replace("MASKED-", "x").replace("RECRUITERNAME", "x");
    }

    private static String[] under(String parent, String names, String... others) {
        return Stream.concat(Stream.of(names.split(" ")).map(name -> parent + name), Stream.of(others))
                .toArray(String[]::new);
    }
}

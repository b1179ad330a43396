package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Tables that other tools and people make are known by their headers. All rows are made up. */
class OtherToolsTest {

    private static final String STORED =
            "SELECT site, city, title, salary, salary_low, salary_high, salary_interval, company,"
                    + " district, experience, education, posted FROM jobs ORDER BY id";

    @TempDir
    Path folder;

    @Test
    void jobSpyGivesPayInTwoColumnsWithItsTimeAndCurrency() throws Exception {
        Ran ran = imported("""
                id,site,job_url,job_url_direct,title,company,location,date_posted,job_type,salary_source,interval,min_amount,max_amount,currency,is_remote,emails,description
                in-1,indeed,https://example.org/1,,Engineer,Some Ltd,"Shanghai, Shanghai, China",2026-11-01,fulltime,direct_data,yearly,300000.0,400000.0,CNY,False,a@example.org,text
                in-2,indeed,https://example.org/2,,Tester,,"北京市, China",2026-11-02,,,monthly,15000,,CNY,,,
                in-3,indeed,https://example.org/3,,Writer,,"Beijing, China",,,,,,,,,,
                in-4,indeed,https://example.org/4,,Nurse,,"Shenzhen, China",,,,hourly,50.0,80.0,USD,,,
                in-5,indeed,https://example.org/5,,Cook,,"San Francisco, CA",,,,yearly,90000,90000,CNY,,,
                in-6,indeed,https://example.org/6,,Poet,,"Beijing, China",,,,per poem,100,200,CNY,,,
                """);

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(
                List.of(
                        "indeed|上海|Engineer|300000-400000元/年|300000|400000|year|Some Ltd|null|null|null|2026-11-01",
                        "indeed|北京|Tester|15000元以上/月|15000|null|month|null|null|null|null|2026-11-02",
                        "indeed|北京|Writer||null|null|null|null|null|null|null|null",
                        "indeed|北京|Poet|100-200元/per poem|null|null|null|null|null|null|null|null"),
                Db.rows(db(), STORED));
        assertTrue(ran.err().contains("pay in another currency than CNY"), ran.err());
        assertTrue(ran.err().contains("a place that is no city (San Francisco, CA)"), ran.err());
    }

    @Test
    void bossCliNamesItsDistrictsArea() throws Exception {
        assertEquals(0, imported("""
                        \uFEFF职位,公司,薪资,经验,学历,城市,地区,技能,URL,securityId
                        后端,某司,20-30K·14薪,3-5年,本科,杭州,余杭区,"Go, SQL",https://example.org/x.html,SECRET
                        前端,某司,面议,,,杭州,,,,
                        """).exitCode());

        assertEquals(
                List.of(
                        "imported|杭州|后端|20-30K·14薪|20000|30000|month|某司|余杭区|3-5年|本科|null",
                        "imported|杭州|前端|面议|null|null|null|某司|null|null|null|null"),
                Db.rows(db(), STORED));
    }

    /** Its securityId is another in each search; the number in the address stays. */
    @Test
    void aPositionOfBossCliInTwoFilesIsOneOpening() throws Exception {
        String names = "职位,公司,薪资,经验,学历,城市,地区,技能,URL,securityId\n后端,某司,20-30K,,,杭州,,,";
        String address = "https://www.zhipin.com/job_detail/c0ffee1e908b1503xz39.html";
        imported(names + address + ",ONE\n");
        imported(names + address + "?ka=2,TWO\n");
        imported(names + "https://www.zhipin.com/job_detail/beef77777z~.html,ONE\n");

        assertEquals(
                List.of("beef77777z~", "c0ffee1e908b1503xz39"),
                Db.rows(db(), "SELECT position_id FROM openings ORDER BY 1"));
    }

    @Test
    void bossZhipinScraperGivesItsListInAnObject() throws Exception {
        assertEquals(0, imported("""
                        {"keyword":"AI","city":"上海","total":1,"jobs":[{"job_id":"c4","title":"工程师","salary":"30-60K·15薪",
                         "location":"上海·闵行区·虹桥","tags":"5-10年 | 本科","boss_name":"MASKED-某司","boss_title":"招聘者"}]}
                        """).exitCode());

        assertEquals(
                List.of("imported|上海|工程师|30-60K·15薪|30000|60000|month|null|null|null|null|null"),
                Db.rows(db(), STORED));
        assertEquals(List.of("c4"), Db.rows(db(), "SELECT position_id FROM openings"));
    }

    @Test
    void jobHuntingGivesPayByTheMonth() throws Exception {
        assertEquals(0, imported("""
                        职位自编号,发布平台,职位访问地址,职位,公司,地区,地址,职位描述,学历,所需经验,最低薪资,最高薪资,几薪,首次发布时间,招聘人,招聘公司,招聘者职位
                        BOSS_1,BOSS直聘,https://example.org,后端,某司,杭州,余杭区某路1号,text,本科,3-5年,20000,30000,14,2026-11-01 10:00:00,MASKED-A,某司,MASKED-B
                        """).exitCode());

        assertEquals(
                List.of("BOSS直聘|杭州|后端|20000-30000元/月|20000|30000|month|某司|null|3-5年|本科|2026-11-01"),
                Db.rows(db(), STORED));
        assertEquals(List.of("14"), Db.rows(db(), "SELECT salary_months FROM jobs"));
        assertTrue(!new String(Files.readAllBytes(db()), "UTF-8").contains("MASKED"));
    }

    @Test
    void whatPeopleCallTheirColumnsIsKnown() throws Exception {
        assertEquals(
                0,
                imported("jobname,providesalary_text,jobarea,companyname\n后端,1-1.5万/月,上海-浦东新区,某司\n")
                        .exitCode());
        assertEquals(0, imported("职位名称,薪酬,职位地址\n前端,10k-20k,北京·海淀区·上地\n").exitCode());
        assertEquals(0, imported("岗位,工资,地址\n测试,5千-8千,广东省深圳市南山区某路\n").exitCode());
        assertEquals(0, imported("岗位,月薪,地区\n运维,5千-8千,深圳\n").exitCode());

        assertEquals(
                List.of("上海|后端|10000", "北京|前端|10000", "深圳|测试|5000", "深圳|运维|5000"),
                Db.rows(db(), "SELECT city, title, salary_low FROM jobs ORDER BY id"));
    }

    /** GBK that a program took for windows-1252 and saved as UTF-8. */
    @Test
    void chineseThatWasTakenForWesternTextIsReadAsItWasMeant() throws Exception {
        byte[] meant = "职位,薪资,城市,公司\n测试工程师,10k-20k,北京·海淀区,某某公司\n".getBytes("GBK");

        Ran ran = imported(new String(meant, "windows-1252"));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("imported|北京|测试工程师|10k-20k|10000|20000|month|某某公司|null|null|null|null"), Db.rows(db(), STORED));
    }

    @Test
    void theColumnsOfTwoAmountsCanBeNamed() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, "a,b,c,d,e\n后端,杭州,10,20,时\n");

        Ran ran = Ran.imported(db(), file, "--columns", "title=a,city=b,low=c,high=d,interval=e");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(List.of("10-20元/时"), Db.rows(db(), "SELECT salary FROM jobs"));
    }

    private Ran imported(String text) throws Exception {
        Path file = folder.resolve("rows");
        Files.writeString(file, text);
        return Ran.imported(db(), file);
    }

    private Path db() {
        return folder.resolve("x.db");
    }
}

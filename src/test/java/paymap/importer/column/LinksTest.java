package paymap.importer.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.zhipin.com/job_detail/c0ffee1e908b1503xz39~.html, c0ffee1e908b1503xz39~",
        "' https://www.zhipin.com/job_detail/c0ffee1e908b1503.html?ka=x#y ', c0ffee1e908b1503",
        "http://jobs.zhaopin.com/CC123456789J00012345678.htm, CC123456789J00012345678",
        "http://www.zhaopin.com/jobdetail/CC123456789J00012345678.htm?x, CC123456789J00012345678",
        "https://jobs.51job.com/shenzhen-lhxq/106106701.html?s=01&t=5, 106106701",
        "https://www.liepin.com/job/1984775119.shtml, 84775119",
        "https://www.liepin.com/a/84775119.shtml?d_sfrom=x, 84775119",
        "https://www.liepin.com/lptjob/84775119, 84775119",
        "https://www.lagou.com/jobs/7654321.html, 7654321",
        "https://www.lagou.com/wn/jobs/7654321.html?show=1, 7654321",
    })
    void aPositionIsKnownByItsNumber(String address, String id) {
        assertEquals(id, Links.id(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://board.example/job_detail/c0ffee1e908b1503.html",
        "https://www.zhipin.com.evil.example/job_detail/c0ffee1e908b1503.html",
        "https://evil.example/zhipin.com/job_detail/c0ffee1e908b1503.html",
        "https://notzhipin.com/job_detail/c0ffee1e908b1503.html",
        "https://www.zhipin.com/gongsi/c0ffee1e908b1503.html",
        "https://www.zhipin.com/job_detail/nodigits.html",
        "https://jobs.51job.com/all/co1234567.html",
        "https://www.lagou.com/jobs/list_12345.html",
        "https://www.liepin.com/company/1234567/",
        "''"
    })
    void anyOtherAddressTellsNone(String address) {
        assertEquals("", Links.id(address));
    }
}

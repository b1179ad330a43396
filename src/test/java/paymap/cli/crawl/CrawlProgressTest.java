package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener.Status;
import paymap.crawl.CrawlListener.Wait;
import paymap.crawl.CrawlListener.WaitKind;
import paymap.crawl.CrawlPlan;
import paymap.words.Language;

/** A line of progress is one sentence, whatever keeps the crawl. */
class CrawlProgressTest {

    @Test
    void aLineTellsHowFarEachCityIs() {
        assertEquals("北京 34/100 p3, 上海 0/100 p0; 1 request, at most 12/min", CrawlProgress.full(status(1, null)));

        Language.CHINESE.speak();
        assertEquals("北京 34/100 行 3 页、上海 0/100 行 0 页；1 次请求，最多 12/min", CrawlProgress.full(status(1, null)));
    }

    @ParameterizedTest
    @CsvSource({"0,1,,p0/1", "3,7,,p3/7", "3,7,450,p3/30"})
    void aCityThatIsReadToItsEndTellsItsPages(int pages, int asked, @Nullable Integer count, String told) {
        CityProgress city = new CityProgress(
                "北京",
                CrawlPlan.WHOLE,
                new CityProgress.Counts(34, 34, pages, 0, 45, 11, 0, 0),
                new CityProgress.ListPosition(pages, asked, 15, count, null, false),
                false,
                "");

        assertEquals(
                "北京 34 " + told + "; 12 requests, at most 12/min",
                CrawlProgress.full(new Status(List.of(city), 12, Duration.ofSeconds(5), null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSED | 30 | waiting 30 s, until 09:30:05, because of HTTP 429 | 等待 30 秒（到 09:30:05），原因：HTTP 429",
                "REFUSED | 600 | waiting 10 min, until 09:30:05, because of HTTP 429 | 等待 10 分钟（到 09:30:05），原因：HTTP 429",
                "RETRY | 4 | waiting 4 s, until 09:30:05, to try again after HTTP 429 | 等待 4 秒（到 09:30:05）后重试，原因：HTTP 429",
                "PACE | 7 | waiting 7 s, until 09:30:05, for the next request | 等待 7 秒（到 09:30:05），再发下一个请求",
                "ANSWER | 9 | waiting for an answer to HTTP 429, for 9 s by now | 正在等待应答（HTTP 429），已等 9 秒"
            })
    void aWaitIsToldWithItsReason(WaitKind kind, long seconds, String english, String chinese) {
        Wait wait = new Wait(
                kind,
                "HTTP 429",
                Duration.ofSeconds(seconds),
                kind == WaitKind.ANSWER
                        ? null
                        : LocalDate.of(2026, 11, 25)
                                .atTime(LocalTime.of(9, 30, 5))
                                .atZone(ZoneId.systemDefault())
                                .toInstant());

        assertEquals(
                "北京 34/100 p3, 上海 0/100 p0; 12 requests, at most 12/min; " + english,
                CrawlProgress.full(status(12, wait)));
        Language.CHINESE.speak();
        assertEquals(
                "北京 34/100 行 3 页、上海 0/100 行 0 页；12 次请求，最多 12/min；" + chinese, CrawlProgress.full(status(12, wait)));
    }

    private static Status status(int requests, @Nullable Wait wait) {
        CityProgress beijing = city("北京", new CityProgress.Counts(34, 34, 3, 0, 45, 11, 0, 0));
        return new Status(
                List.of(beijing, city("上海", CityProgress.Counts.NONE)), requests, Duration.ofSeconds(5), wait);
    }

    private static CityProgress city(String name, CityProgress.Counts counts) {
        return new CityProgress(
                name, 100, counts, new CityProgress.ListPosition(0, 0, 15, null, null, false), false, "");
    }
}

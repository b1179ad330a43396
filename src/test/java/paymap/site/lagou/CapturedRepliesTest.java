package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;
import paymap.site.http.HttpReply;

/** Real replies, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class CapturedRepliesTest {

    private static final String CITY = "北京";

    @ParameterizedTest
    @ValueSource(strings = {"ajax-beijing-python-page1-a.json", "ajax-beijing-python-page1-b.json"})
    void aRealPageHasFifteenReadableRows(String file) throws IOException {
        Outcome.Fetched page = fetched(file);

        assertEquals(15, page.rows().size());
        assertEquals(List.of(), page.unreadable());
        assertEquals(15, page.pageSize());
        for (Posting row : page.rows()) {
            assertEquals(CITY, row.city());
            assertInstanceOf(Salary.Disclosed.class, SalaryParser.parse(row.salary(), row.salaryMonths()));
        }
    }

    @Test
    void theSamePageInTwoKeyOrdersIsTheSame() throws IOException {
        assertNotEquals(text("ajax-beijing-python-page1-a.json"), text("ajax-beijing-python-page1-b.json"));
        assertEquals(fetched("ajax-beijing-python-page1-a.json"), fetched("ajax-beijing-python-page1-b.json"));
    }

    @Test
    void noMaskedRecruiterLeavesTheReader() throws IOException {
        String told = fetched("ajax-beijing-python-page1-a.json").toString();

        assertTrue(text("ajax-beijing-python-page1-a.json").contains("HR01"));
        assertFalse(told.contains("HR0"), told);
        assertFalse(told.contains("masked"), told);
    }

    @ParameterizedTest
    @CsvSource({
        "blocked-2017.json, Throttled",
        "blocked-2402.json, Throttled",
        "blocked-2408.json, Banned",
        "challenge-2019-10.html, LoginRequired"
    })
    void aRealRefusalIsRecognisedWhereverItComes(String file, String expected) throws IOException {
        HttpReply answer = Replies.html(text(file));

        assertEquals(expected, LagouReply.ofRows(answer, CITY).getClass().getSimpleName());
        assertEquals(expected, LagouReply.ofRendered(answer, CITY).getClass().getSimpleName());
        assertEquals(
                expected,
                LagouReply.ofEntrance(answer, new LagouSession(List.of()), Replies.SEARCH)
                        .getClass()
                        .getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-page-beijing-python-2018-08.html", "zhaopin-page-nationwide-java-2018.html"})
    void aRealListPageOpensAClassicSession(String file) throws IOException {
        LagouSession session = new LagouSession(List.of());
        HttpUrl url = HttpUrl.get("https://www.lagou.com/jobs/list_python");

        assertInstanceOf(
                Outcome.Opened.class,
                LagouReply.ofEntrance(Replies.from(url, Replies.html(text(file))), session, Replies.SEARCH));
        assertEquals(Era.CLASSIC, session.era());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-page-beijing-python-2018-08.html", "wn-jobs-item-2021.html"})
    void aRealPageWithoutDataIsNoEmptyPage(String file) throws IOException {
        assertInstanceOf(Outcome.Broken.class, LagouReply.ofRendered(Replies.html(text(file)), CITY));
        assertInstanceOf(Outcome.Broken.class, LagouReply.ofRows(Replies.html(text(file)), CITY));
    }

    private static Outcome.Fetched fetched(String file) throws IOException {
        return assertInstanceOf(Outcome.Fetched.class, LagouReply.ofRows(Replies.json(text(file)), CITY));
    }

    private static String text(String file) throws IOException {
        String folder = System.getProperty("paymap.captures", "");
        assumeTrue(!folder.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        assumeTrue(
                Files.isDirectory(Path.of(folder)),
                () -> "Skipped: -Dpaymap.captures names no folder of captures: " + folder);
        return Files.readString(Path.of(folder, file));
    }
}

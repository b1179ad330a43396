package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;

/** Sites and files that mislead; each was once met wrongly. */
class MisleadingSitesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 2525 00:00:00 GMT"})
    void aTimeToWaitBeyondAllReasonEndsTheCrawlAndNotPaymap(String retryAfter) throws IOException {
        try (RudeServer server = new RudeServer("User-agent: *\nAllow: /\n", retryAfter)) {
            server.assertCrawlEndsInASentence(folder);
        }
    }

    @Test
    @Timeout(20) // what a worker throws was once told to nobody, and the crawl waited for ever
    void aCookieThatCannotBeSentIsRefusedOrLeftOut() throws IOException {
        Path cookies = Files.writeString(folder.resolve("cookies.txt"), "127.0.0.1\tFALSE\t/\tFALSE\t0\tunick\t张三\n");
        Files.setPosixFilePermissions(cookies, PosixFilePermissions.fromString("rw-------"));

        Ran ran = Ran.paymap(
                "crawl",
                "--cities",
                "bj",
                "--per-city",
                "3",
                "--site",
                "sandbox",
                "--cookies",
                cookies.toString(),
                "--db",
                folder.resolve("paymap.db").toString());

        assertTrue(ran.exitCode() == 0 || ran.exitCode() == 2, ran.exitCode() + " " + ran.err());
        assertFalse(ran.err().contains("internal error"), ran.err());
        assertFalse(ran.err().contains("张三"), ran.err());
    }

    @Test
    void aSearchForTheWordLoginIsCrawledLikeAnyOther() {
        Ran ran = Ran.paymap(
                "crawl",
                "--cities",
                "bj",
                "--per-city",
                "3",
                "--site",
                "sandbox",
                "--keyword",
                "登录",
                "--max-wait",
                "1s",
                "--db",
                folder.resolve("paymap.db").toString());

        assertEquals(0, ran.exitCode(), ran.err());
    }

    @Test
    void aPageThatKeepsComingEmptyAgainstTheSitesCountIsNotTheEndOfAList() throws IOException {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withFaults("empty:0.5"))) {
            Ran ran = Ran.paymap(
                    "crawl",
                    "--cities",
                    "bj,sh",
                    "-n",
                    "1",
                    "--site",
                    site.uri().toString(),
                    "--rate",
                    "max",
                    "--db",
                    folder.resolve("paymap.db").toString());

            assertFalse(ran.exitCode() == 0 && ran.err().contains("rows missing"), "called complete: " + ran.err());
        }
    }
}

package paymap.site.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTxtTest {

    private static final HttpUrl SITE = HttpUrl.get("https://www.lagou.com/jobs/list_python");
    private static final String FAR = "4102444800"; // 2100

    @TempDir
    Path folder;

    @Test
    void aDeviceWithoutSizeAndEndIsNoFileOfCookies() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> CookiesTxt.read(Path.of("/dev/zero")));

        assertTrue(refusal.getMessage().contains("over 1 MiB"), refusal.getMessage());
    }

    @Test
    void readsWhatBrowserExtensionsExport() throws IOException {
        List<Cookie> cookies = read("# Netscape HTTP Cookie File\n"
                + "# https://curl.se/docs/http-cookies.html\n\n"
                + ".lagou.com\tTRUE\t/\tFALSE\t" + FAR + "\tuser_trace_token\tabc\n"
                + "www.lagou.com\tFALSE\t/jobs\tTRUE\t" + FAR + "\tlogin\ttrue\n"
                + "#HttpOnly_.lagou.com\tTRUE\t/\tTRUE\t0\tJSESSIONID\tdef\n");

        assertEquals(3, cookies.size());
        Cookie first = cookies.get(0);
        assertEquals(
                List.of("user_trace_token", "abc", "lagou.com", "/"),
                List.of(first.name(), first.value(), first.domain(), first.path()));
        assertFalse(first.hostOnly());
        assertFalse(first.secure());
        assertEquals(4102444800000L, first.expiresAt());
        assertTrue(cookies.get(1).hostOnly());
        assertTrue(cookies.get(1).secure());
        assertFalse(cookies.get(1).httpOnly());
        assertTrue(cookies.get(2).httpOnly());
        assertFalse(cookies.get(2).persistent(), "an expiry of 0 means the session");
    }

    @Test
    void aCookieGoesOnlyWhereItBelongs() throws IOException {
        List<Cookie> cookies = read(".lagou.com\tTRUE\t/\tFALSE\t0\twide\t1\n"
                + "www.lagou.com\tFALSE\t/\tFALSE\t0\thost\t1\n"
                + "lagou.com\tFALSE\t/\tFALSE\t0\tbare\t1\n"
                + "www.lagou.com\tFALSE\t/gongsi\tFALSE\t0\tpath\t1\n"
                + ".elsewhere.example\tTRUE\t/\tFALSE\t0\tforeign\t1\n");

        assertEquals(List.of("wide", "host"), sent(cookies, SITE));
        assertEquals(List.of("wide", "bare"), sent(cookies, HttpUrl.get("https://lagou.com/jobs/")));
        assertEquals(List.of(), sent(cookies, HttpUrl.get("https://www.notlagou.com/")));
    }

    @Test
    void aCookieForTlsOnlyIsNotSentInTheClear() throws IOException {
        List<Cookie> cookies = read("www.lagou.com\tFALSE\t/\tTRUE\t0\tsecret\t1\n");

        assertEquals(List.of("secret"), sent(cookies, SITE));
        assertEquals(List.of(), sent(cookies, HttpUrl.get("http://www.lagou.com/jobs/list_python")));
    }

    @Test
    void anExpiredCookieIsNotSent() throws IOException {
        assertEquals(List.of(), sent(read("www.lagou.com\tFALSE\t/\tFALSE\t1000000000\told\t1\n"), SITE));
    }

    @Test
    void windowsLineEndsAndFractionsOfASecondAreUnderstood() throws IOException {
        List<Cookie> cookies =
                read("# Netscape HTTP Cookie File\r\n.lagou.com\tTRUE\t/\tFALSE\t4102444800.25\ta\tb\r\n");

        assertEquals("b", cookies.get(0).value());
    }

    @Test
    void aValueMayBeEmptyOrHoldEqualsSigns() throws IOException {
        List<Cookie> cookies =
                read(".lagou.com\tTRUE\t/\tFALSE\t0\tempty\t\n.lagou.com\tTRUE\t/\tFALSE\t0\tbase64\tYQ==\n");

        assertEquals(List.of("", "YQ=="), cookies.stream().map(Cookie::value).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_trace_token=SECRET",
                ".lagou.com TRUE / FALSE 0 name SECRET",
                ".lagou.com\tTRUE\t/\tFALSE\t0\tname",
                ".lagou.com\tTRUE\t/\tFALSE\t0\tname\tSECRET\tmore",
                ".lagou.com\tTRUE\t/\tFALSE\tSECRET\tname\tSECRET",
                ".lagou.com\tTRUE\tnopath\tFALSE\t0\tname\tSECRET",
                "\tTRUE\t/\tFALSE\t0\tname\tSECRET",
                "not a host\tTRUE\t/\tFALSE\t0\tname\tSECRET",
                "{\"name\":\"SECRET\"}"
            })
    void aLineThatIsNoCookieIsNamedByItsNumberOnly(String line) throws IOException {
        Path file = file("# Netscape HTTP Cookie File\n" + line + "\n");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> CookiesTxt.read(file));

        assertTrue(refused.getMessage().startsWith("line 2 of " + file), refused.getMessage());
        assertFalse(refused.getMessage().contains("SECRET"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# Netscape HTTP Cookie File\n"})
    void aFileWithoutACookieIsRefused(String text) throws IOException {
        Path file = file(text);

        assertEquals(
                "the cookie file " + file + " holds no cookie",
                assertThrows(IllegalArgumentException.class, () -> CookiesTxt.read(file))
                        .getMessage());
    }

    @Test
    void aMissingFileAFolderAndAHugeFileAreRefused() throws IOException {
        Path huge = folder.resolve("huge.txt");
        Files.write(huge, new byte[(1 << 20) + 1]);

        for (Path file : List.of(folder.resolve("missing.txt"), folder, huge)) {
            String message = assertThrows(IllegalArgumentException.class, () -> CookiesTxt.read(file))
                    .getMessage();
            assertTrue(message.startsWith("the cookie file " + file), message);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithoutRepeatingThem() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});

        String message = assertThrows(IllegalArgumentException.class, () -> CookiesTxt.read(file))
                .getMessage();
        assertFalse(message.contains("PNG"), message);
    }

    @Test
    void theFileIsOnlyRead() throws IOException {
        Path file = file(".lagou.com\tTRUE\t/\tFALSE\t0\ta\tb\n");
        byte[] before = Files.readAllBytes(file);
        var modified = Files.getLastModifiedTime(file);

        CookiesTxt.read(file);

        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(modified, Files.getLastModifiedTime(file));
    }

    private static List<String> sent(List<Cookie> cookies, HttpUrl url) {
        return new SessionCookies(cookies)
                .loadForRequest(url).stream().map(Cookie::name).toList();
    }

    private List<Cookie> read(String text) throws IOException {
        return CookiesTxt.read(file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cookies.txt"), text);
    }
}

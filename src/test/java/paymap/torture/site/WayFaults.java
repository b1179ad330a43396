package paymap.torture.site;

import static paymap.torture.site.Fault.changed;
import static paymap.torture.site.Fault.sent;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import paymap.torture.site.Fault.Change;
import paymap.torture.site.Fault.Trait;

/** What can be wrong on the way to the rows: redirects, cookies, doors, robots.txt. */
final class WayFaults {

    private static final String REDIRECT = "redirect";
    private static final String COOKIES = "cookies";
    private static final String DOOR = "door";
    private static final String ROBOTS = "robots.txt";

    private WayFaults() {}

    /** @param elsewhere another site, which must not be asked */
    static List<Fault> redirects(String elsewhere) {
        AtomicInteger hops = new AtomicInteger();
        return List.of(
                changed(REDIRECT, "to itself", (asked, good) -> to(good, asked.target())),
                changed(
                        REDIRECT,
                        "hop after hop",
                        (asked, good) -> to(good, "/jobs/list_x?hop=" + hops.incrementAndGet())),
                redirect("to another host", elsewhere + "/jobs/list_python?city=x", Trait.FINAL),
                redirect("to another host, without its scheme", elsewhere.substring(5) + "/jobs/", Trait.FINAL),
                redirect("to file:", "file:///etc/passwd"),
                redirect("to ftp:", "ftp://127.0.0.1/"),
                redirect("to javascript:", "javascript:alert(1)"),
                changed(
                        REDIRECT,
                        "to TLS where there is none",
                        (asked, good) -> to(good, "https://" + host(asked) + "/"),
                        Trait.REFUSAL),
                redirect("to nothing", ""),
                redirect("of 100 KB", "/" + "a".repeat(100_000)),
                redirect("with control characters", "/a\u001b[31m\0b"),
                redirect("to a port that is none", "http://127.0.0.1:99999/"),
                redirect("to a name and password", "http://a:b@127.0.0.1:1/", Trait.FINAL),
                redirect("to the page of the banned", "/forbidden/fb.html", Trait.FINAL),
                redirect("to a verification", "/utrack/verify.html", Trait.FINAL),
                redirect("to the login", "/login/login.html", Trait.REFUSAL));
    }

    static List<Fault> cookies() {
        String[] many = IntStream.range(0, 5000)
                .mapToObj(i -> "Set-Cookie: c" + i + "=" + i + "; Path=/")
                .toArray(String[]::new);
        return List.of(
                cookie("a value of 8 KB", "big=" + "x".repeat(8000)),
                cookie("a value of 200 KB", "big=" + "x".repeat(200_000)),
                changed(COOKIES, "5,000", (asked, good) -> good.with(many)),
                cookie("of another domain", "foreign=1; Domain=elsewhere.example; Path=/"),
                cookie("of a whole country", "foreign=1; Domain=cn; Path=/"),
                cookie("with control characters", "odd=a\u001b[2J\u0007b; Path=/"),
                cookie("with bytes above 127", "odd=\u00e5\u008c\u0097; Path=/"),
                cookie("without a name", "=made-up; Path=/"),
                cookie("with odd times", "odd=1; Max-Age=99999999999999999999; Expires=yesterday; Path=/../.."));
    }

    static List<Fault> doors() {
        return List.of(
                page(DOOR, "a login form", "<title>登录</title><input type=password>", Trait.REFUSAL),
                page(
                        DOOR,
                        "the JavaScript challenge",
                        "<p>页面加载中</p><script src=/utrack/track.js></script>",
                        Trait.REFUSAL),
                page(DOOR, "a page for the banned", "<p>您已被封禁</p>", Trait.FINAL),
                page(DOOR, "网络出错啦", "<p>网络出错啦</p>"),
                json("state 2402, too fast", 2402, Trait.REFUSAL),
                json("state 2403, a login", 2403, Trait.FINAL),
                json("state 2405, a verification", 2405, Trait.FINAL),
                json("state 2407, a ban", 2407, Trait.FINAL),
                json("state -2147483648", Integer.MIN_VALUE));
    }

    static List<Fault> robots() {
        return List.of(
                changed(
                        ROBOTS,
                        "404",
                        (asked, good) -> good.status("404 Not Found").body("no")),
                changed(
                        ROBOTS,
                        "403",
                        (asked, good) -> good.status("403 Forbidden").body("no")),
                changed(
                        ROBOTS,
                        "500",
                        (asked, good) ->
                                good.status("500 Internal Server Error").body("no")),
                changed(
                        ROBOTS,
                        "503",
                        (asked, good) -> good.status("503 Service Unavailable").body("no")),
                body("disallows all", "User-agent: *\nDisallow: /\n", Trait.FINAL),
                body("disallows the rows", "User-agent: *\nDisallow: /jobs/positionAjax.json\n", Trait.FINAL),
                body("disallows us alone", "User-agent: paymap\nDisallow: /\n", Trait.FINAL),
                body("HTML", "<html><body>Welcome</body></html>"),
                body("empty", ""),
                body("5 MB of comments", "# made up\n".repeat(500_000)),
                body("100,000 rules", "User-agent: *\n" + "Disallow: /a*b*c*d$\n".repeat(100_000)),
                body("a rule of 1 MB of stars", "User-agent: *\nDisallow: /" + "*a".repeat(500_000) + "$\n"),
                body("Crawl-delay: 1e300", "User-agent: *\nCrawl-delay: 1e300\nAllow: /\n", Trait.FINAL),
                body("Crawl-delay: -1", "User-agent: *\nCrawl-delay: -1\nAllow: /\n"),
                changed(ROBOTS, "binary", (asked, good) -> good.body(CodingFaults.gzip(good.body(), 0))),
                changed(ROBOTS, "a redirect to itself", (asked, good) -> to(good, asked.target())),
                changed(ROBOTS, "a redirect to file:", (asked, good) -> to(good, "file:///etc/passwd")),
                sent(ROBOTS, "closed before a byte", (asked, good, line) -> {}),
                sent(ROBOTS, "silent", (asked, good, line) -> line.hold(), Trait.SLOW),
                sent(ROBOTS, "without end", (asked, good, line) -> {
                    line.send(good.headWith("X-None: 1"));
                    for (int i = 0; i < 2000; i++) {
                        line.send(new byte[1 << 20]);
                    }
                }));
    }

    private static Fault redirect(String name, String location, Trait... traits) {
        return changed(REDIRECT, name, (asked, good) -> to(good, location), traits);
    }

    private static Good to(Good good, String location) {
        return good.status("302 Found").with("Location: " + location).body("");
    }

    private static String host(Asked asked) {
        String text = new String(asked.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.split("(?i)\r\nhost: ")[1].split("\r\n")[0];
    }

    private static Fault cookie(String name, String cookie) {
        return changed(COOKIES, name, (asked, good) -> good.with("Set-Cookie: " + cookie));
    }

    private static Fault body(String name, String text, Trait... traits) {
        return changed(ROBOTS, name, (asked, good) -> good.body(text), traits);
    }

    private static Fault page(String family, String name, String html, Trait... traits) {
        Change change = (asked, good) -> good.type("text/html;charset=UTF-8").body("<html>" + html + "</html>");
        return changed(family, name, change, traits);
    }

    private static Fault json(String name, int state, Trait... traits) {
        Change change = (asked, good) -> good.type("application/json;charset=UTF-8")
                .body("{\"status\":false,\"state\":" + state + ",\"msg\":\"made up\"}");
        return changed(DOOR, name, change, traits);
    }
}

package paymap.torture.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static paymap.torture.site.Fault.changed;
import static paymap.torture.site.Fault.sent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paymap.torture.site.Fault.Change;
import paymap.torture.site.Fault.Trait;

/** What can be wrong with a reply before anybody looks at what it says: its status and its headers. */
final class LineFaults {

    private static final String STATUS = "status";
    private static final String HEADERS = "headers";

    private LineFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(statuses());
        all.addAll(headers());
        return all;
    }

    private static List<Fault> statuses() {
        List<Fault> all = new ArrayList<>();
        for (int code : List.of(204, 206, 304, 400, 401, 407, 408, 500, 502, 504)) {
            all.add(changed(STATUS, Integer.toString(code), notice(code)));
        }
        for (int code : List.of(403, 429, 503)) {
            all.add(changed(STATUS, Integer.toString(code), notice(code), Trait.REFUSAL));
        }
        all.add(changed(STATUS, "404", notice(404), Trait.NO_ERA));
        all.add(changed(STATUS, "405", notice(405), Trait.NO_ERA));
        all.add(changed(STATUS, "410", notice(410), Trait.NO_ERA));
        all.add(inTurn("2xx, in turn", 201, 202, 203, 205, 207, 208, 226, 299));
        all.add(inTurn("3xx without an address, in turn", 300, 301, 302, 303, 305, 306, 307, 308, 399));
        all.add(inTurn("4xx, in turn", 402, 406, 409, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422));
        all.add(inTurn("4xx, the others", 423, 424, 425, 426, 428, 431, 444, 451, 460, 494, 499));
        all.add(inTurn("5xx, in turn", 501, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 529, 530, 599));
        all.add(inTurn("no status of HTTP, in turn", 0, 1, 99, 600, 700, 999));
        all.add(sent(STATUS, "100, 102 and 103 before the reply", (asked, good, line) -> {
            line.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n");
            line.send(good.bytes());
        }));
        all.add(sent(
                STATUS, "100 and nothing more", (asked, good, line) -> line.send("HTTP/1.1 100 Continue\r\n\r\n")));
        all.add(sent(STATUS, "100 without end", (asked, good, line) -> {
            byte[] many = "HTTP/1.1 100 Continue\r\n\r\n".repeat(1000).getBytes(ISO_8859_1);
            for (int i = 0; i < 100_000; i++) {
                line.send(many);
            }
        }));
        all.add(changed(
                STATUS,
                "101",
                (asked, good) -> good.status("101 Switching Protocols").with("Upgrade: h2c")));
        all.add(changed(
                STATUS,
                "429, Retry-After: 0",
                (asked, good) -> notice(429).of(asked, good).with("Retry-After: 0"),
                Trait.REFUSAL));
        all.add(changed(
                STATUS,
                "503, Retry-After: 0",
                (asked, good) -> notice(503).of(asked, good).with("Retry-After: 0"),
                Trait.REFUSAL));
        all.add(changed(
                STATUS,
                "503, Retry-After: -1",
                (asked, good) -> notice(503).of(asked, good).with("Retry-After: -1"),
                Trait.REFUSAL));
        all.add(changed(
                STATUS,
                "429, Retry-After: year 9999",
                (asked, good) -> notice(429).of(asked, good).with("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"),
                Trait.FINAL));
        all.add(changed(
                STATUS, "200 with the reply of an error", (asked, good) -> good.body("500 Internal Server Error")));
        all.add(changed(STATUS, "500 with the right rows", (asked, good) -> good.status("500 Internal Server Error")));
        return all;
    }

    private static Change notice(int code) {
        return (asked, good) -> good.status(code + " Made Up")
                .type("text/html;charset=UTF-8")
                .body(code == 204 || code == 304 ? "" : "<html><body>" + code + "</body></html>");
    }

    private static Fault inTurn(String name, int... codes) {
        AtomicInteger next = new AtomicInteger();
        return changed(
                STATUS,
                name,
                (asked, good) -> notice(codes[Math.floorMod(next.getAndIncrement(), codes.length)])
                        .of(asked, good));
    }

    private static List<Fault> headers() {
        String many =
                IntStream.range(0, 20_000).mapToObj(i -> "X-" + i + ": made-up").collect(Collectors.joining("\r\n"));
        return List.of(
                changed(HEADERS, "one of 64 KiB", (asked, good) -> good.with("X-Long: " + "x".repeat(64 << 10))),
                changed(HEADERS, "one of 8 MiB", (asked, good) -> good.with("X-Long: " + "x".repeat(8 << 20))),
                changed(HEADERS, "20,000", (asked, good) -> good.with(many)),
                sent(HEADERS, "without end", (asked, good, line) -> {
                    line.send("HTTP/1.1 200 OK\r\n");
                    byte[] some = "X-Endless: made-up\r\n".repeat(1000).getBytes(ISO_8859_1);
                    for (int i = 0; i < 100_000; i++) {
                        line.send(some);
                    }
                }),
                sent(HEADERS, "a first line without end", (asked, good, line) -> {
                    byte[] some = "HTTP/1.1 ".repeat(1000).getBytes(ISO_8859_1);
                    for (int i = 0; i < 100_000; i++) {
                        line.send(some);
                    }
                }),
                sent(HEADERS, "none", (asked, good, line) -> {
                    line.send("HTTP/1.1 200 OK\r\n\r\n");
                    line.send(good.body());
                }),
                changed(HEADERS, "one without a colon", (asked, good) -> good.with("this is no header")),
                changed(HEADERS, "a name with a space", (asked, good) -> good.with("X Made Up : 1")),
                changed(HEADERS, "an empty name", (asked, good) -> good.with(": made-up")),
                changed(HEADERS, "NUL and ESC in a value", (asked, good) -> good.with("X-Odd: a\0b\u001b[2Jc")),
                changed(
                        HEADERS,
                        "bytes above 127",
                        (asked, good) -> good.with("X-Odd: \u00e5\u008c\u0097\u00ff\u00fe")),
                changed(HEADERS, "folded over lines", (asked, good) -> good.with("X-Folded: a\r\n b\r\n\tc")),
                sent(HEADERS, "lines that end in LF alone", (asked, good, line) -> {
                    line.send(new String(good.head(), ISO_8859_1).replace("\r\n", "\n"));
                    line.send(good.body());
                }),
                changed(HEADERS, "Content-Type that is none", (asked, good) -> good.type(";;==\u001b[31m/")),
                changed(HEADERS, "Content-Type of a picture", (asked, good) -> good.type("image/png")),
                changed(HEADERS, "no Content-Type", (asked, good) -> good.without("Content-Type")),
                changed(
                        HEADERS,
                        "a Date of the year 0",
                        (asked, good) -> good.without("Date").with("Date: 0")),
                sent(HEADERS, "a first line cut off", (asked, good, line) -> line.send("HTTP/1.1\r\n\r\n")),
                sent(HEADERS, "a status in words", (asked, good, line) -> line.send("HTTP/1.1 fine OK\r\n\r\n")),
                sent(HEADERS, "HTTP/9.9", (asked, good, line) -> line.send("HTTP/9.9 200 OK\r\n\r\n")),
                sent(HEADERS, "ICY", (asked, good, line) -> line.send("ICY 200 OK\r\n\r\n")));
    }
}

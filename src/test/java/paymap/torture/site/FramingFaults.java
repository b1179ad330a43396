package paymap.torture.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static paymap.torture.site.Fault.sent;

import java.io.IOException;
import java.util.List;
import paymap.torture.site.Fault.Damage;
import paymap.torture.site.Fault.Trait;

/** What can be wrong with where a reply begins and ends, and with the connection under it. */
final class FramingFaults {

    private static final String FRAMING = "framing";
    private static final String CONNECTION = "connection";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private FramingFaults() {}

    static List<Fault> all() {
        return List.of(
                sent(FRAMING, "Content-Length too small", framed(-20)),
                sent(FRAMING, "Content-Length too large", framed(20)),
                length("Content-Length: -1", "-1"),
                length("Content-Length: -9999", "-9999"),
                length("Content-Length in words", "some"),
                length("Content-Length: 10^30", "1" + "0".repeat(30)),
                length("Content-Length: 0", "0"),
                length("two Content-Lengths", "5\r\nContent-Length: 7"),
                sent(FRAMING, "Content-Length and chunked", (asked, good, line) -> {
                    line.send(good.headWith("Content-Length: 3\r\n" + CHUNKED));
                    line.send(chunk(good.body(), Integer.toHexString(good.body().length)));
                }),
                sent(FRAMING, "neither length nor chunks", (asked, good, line) -> {
                    line.send(good.headWith("X-None: 1"));
                    line.send(good.body());
                }),
                sent(FRAMING, "a chunk of no number", chunked("zz")),
                sent(FRAMING, "a chunk of -1", chunked("-1")),
                sent(FRAMING, "a chunk of 2^68", chunked("FFFFFFFFFFFFFFFFF")),
                sent(FRAMING, "a chunk larger than it is", chunked("7fffffff")),
                sent(FRAMING, "chunks without an end", (asked, good, line) -> {
                    line.send(good.headWith(CHUNKED));
                    line.send(Integer.toHexString(good.body().length) + "\r\n");
                    line.send(good.body());
                }),
                sent(FRAMING, "cut off in half", (asked, good, line) -> {
                    line.send(good.head());
                    line.send(half(good));
                }),
                sent(
                        FRAMING,
                        "half, with an honest length",
                        (asked, good, line) -> line.send(good.body(half(good)).bytes())),
                sent(FRAMING, "bytes after the reply", (asked, good, line) -> {
                    line.send(good.bytes());
                    line.send("\r\n\0\0 and more, and more");
                }),
                sent(FRAMING, "two replies to one request", (asked, good, line) -> {
                    line.send(good.bytes());
                    line.send(good.body("another").bytes());
                }),
                sent(FRAMING, "HTTP/0.9", (asked, good, line) -> line.send(good.body())),
                sent(FRAMING, "random bytes", (asked, good, line) -> line.send(noise())),
                sent(
                        FRAMING,
                        "a TLS alert",
                        (asked, good, line) -> line.send("\u0015\u0003\u0001\0\u0002\u0002\u0028")),
                sent(FRAMING, "a body without end", (asked, good, line) -> {
                    line.send(good.headWith("X-None: 1"));
                    byte[] some = new byte[1 << 20];
                    for (int i = 0; i < 2000; i++) {
                        line.send(some);
                    }
                }),
                sent(CONNECTION, "closed before a byte", (asked, good, line) -> {}),
                sent(CONNECTION, "reset before a byte", (asked, good, line) -> line.reset()),
                sent(CONNECTION, "reset in the head", (asked, good, line) -> {
                    line.send("HTTP/1.1 200 OK\r\nContent-");
                    line.reset();
                }),
                sent(CONNECTION, "reset in the body", (asked, good, line) -> {
                    line.send(good.head());
                    line.send(half(good));
                    line.reset();
                }),
                sent(CONNECTION, "reset after the reply", (asked, good, line) -> {
                    line.send(good.bytes());
                    line.isGoneWithin(1000);
                    line.reset();
                }),
                sent(CONNECTION, "silent after the request", (asked, good, line) -> line.hold(), Trait.SLOW),
                sent(
                        CONNECTION,
                        "silent after the head",
                        (asked, good, line) -> {
                            line.send(good.head());
                            line.hold();
                        },
                        Trait.SLOW),
                sent(CONNECTION, "a byte in half a second", drip(500, 1), Trait.SLOW),
                sent(CONNECTION, "slow, but at last whole", drip(100, 4000)));
    }

    private static Damage framed(int more) {
        return (asked, good, line) -> {
            line.send(good.headWith("Content-Length: " + Math.max(0, good.body().length + more)));
            line.send(good.body());
        };
    }

    private static Fault length(String name, String length) {
        return sent(FRAMING, name, (asked, good, line) -> {
            line.send(good.headWith("Content-Length: " + length));
            line.send(good.body());
        });
    }

    private static Damage chunked(String size) {
        return (asked, good, line) -> {
            line.send(good.headWith(CHUNKED));
            line.send(chunk(good.body(), size));
        };
    }

    private static byte[] chunk(byte[] body, String size) {
        return Good.join((size + "\r\n").getBytes(ISO_8859_1), body, "\r\n0\r\n\r\n".getBytes(ISO_8859_1));
    }

    private static byte[] half(Good good) {
        return java.util.Arrays.copyOf(good.body(), good.body().length / 2);
    }

    private static byte[] noise() {
        byte[] bytes = new byte[4096];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Sends so many bytes at a time. */
    private static Damage drip(int pauseMs, int size) {
        return (asked, good, line) -> {
            byte[] all = good.bytes();
            for (int at = 0; at < all.length && !isGone(line, at == 0 ? 1 : pauseMs); at += size) {
                line.send(java.util.Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
            }
        };
    }

    private static boolean isGone(Line line, int ms) throws IOException {
        return line.isGoneWithin(ms);
    }
}

package paymap.torture.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static paymap.torture.site.Fault.changed;
import static paymap.torture.site.Fault.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import paymap.torture.site.Fault.Trait;

/** What can be wrong with the bytes of a text: how it is written, and how it is packed. */
final class CodingFaults {

    private static final String ENCODING = "encoding";
    private static final String PACKING = "compression";
    private static final String GZIP = "Content-Encoding: gzip";

    private CodingFaults() {}

    static List<Fault> encodings() {
        return List.of(
                changed(
                        ENCODING,
                        "GBK, said to be UTF-8",
                        (asked, good) -> good.body(good.text().getBytes(gbk())),
                        Trait.LIES),
                changed(
                        ENCODING,
                        "UTF-8, said to be GBK",
                        (asked, good) -> good.type("text/html;charset=GBK"),
                        Trait.LIES),
                changed(
                        ENCODING,
                        "GBK, and says so",
                        (asked, good) -> good.type("application/json;charset=GBK")
                                .body(good.text().getBytes(gbk())),
                        Trait.LIES),
                changed(
                        ENCODING,
                        "UTF-16",
                        (asked, good) -> good.body(good.text().getBytes(UTF_16)),
                        Trait.LIES),
                changed(ENCODING, "a charset nobody knows", (asked, good) -> good.type("text/html;charset=x-made-up")),
                changed(
                        ENCODING,
                        "a charset of 10 KB",
                        (asked, good) -> good.type("text/html;charset=" + "x".repeat(10_000))),
                changed(ENCODING, "a byte order mark", (asked, good) -> good.body("\uFEFF" + good.text())),
                rows(
                        ENCODING,
                        "broken UTF-8 in each title",
                        (asked, good) -> spoilt(good, new byte[] {(byte) 0xC0, (byte) 0xFE}),
                        Trait.LIES),
                rows(ENCODING, "raw NULs in each title", (asked, good) -> spoilt(good, new byte[] {0, 0}), Trait.LIES),
                rows(
                        ENCODING,
                        "raw control characters in each title",
                        (asked, good) -> spoilt(good, "\u001b[2J\u0007\r\n".getBytes(UTF_8)),
                        Trait.LIES),
                rows(
                        ENCODING,
                        "half a surrogate in each title",
                        (asked, good) -> spoilt(good, "\\ud800".getBytes(UTF_8)),
                        Trait.LIES),
                rows(
                        ENCODING,
                        "escaped NULs in each title",
                        (asked, good) -> spoilt(good, "\\u0000".getBytes(UTF_8)),
                        Trait.LIES),
                rows(
                        ENCODING,
                        "marks that turn the line in each title",
                        (asked, good) -> spoilt(good, "\u202e\u2066\u200f".getBytes(UTF_8)),
                        Trait.LIES));
    }

    static List<Fault> packings() {
        byte[] bomb = gzip(new byte[0], 256 << 20);
        return List.of(
                changed(PACKING, "gzip, as it should be", (asked, good) -> packed(good, gzip(good.body(), 0))),
                changed(PACKING, "gzip of 256 MiB of nothing", (asked, good) -> packed(good, bomb)),
                changed(
                        PACKING,
                        "the reply, then 64 MiB of blanks",
                        (asked, good) -> packed(good, gzip(good.body(), 64 << 20))),
                changed(PACKING, "gzip with a wrong byte", (asked, good) -> packed(good, wrong(gzip(good.body(), 0)))),
                changed(PACKING, "gzip cut off", (asked, good) -> {
                    byte[] whole = gzip(good.body(), 0);
                    return packed(good, Arrays.copyOf(whole, whole.length / 2));
                }),
                changed(
                        PACKING,
                        "gzip with bytes after it",
                        (asked, good) -> packed(good, Good.join(gzip(good.body(), 0), "more".getBytes(UTF_8)))),
                changed(PACKING, "gzip of no bytes", (asked, good) -> packed(good, new byte[0])),
                changed(PACKING, "plain, said to be gzip", (asked, good) -> packed(good, good.body())),
                changed(PACKING, "gzip, not said", (asked, good) -> good.body(gzip(good.body(), 0))),
                changed(PACKING, "gzip twice, said once", (asked, good) -> packed(good, gzip(gzip(good.body(), 0), 0))),
                changed(
                        PACKING,
                        "gzip twice, said twice",
                        (asked, good) ->
                                good.with("Content-Encoding: gzip, gzip").body(gzip(gzip(good.body(), 0), 0))),
                changed(
                        PACKING,
                        "deflate",
                        (asked, good) -> good.with("Content-Encoding: deflate").body(deflated(good.body()))),
                changed(PACKING, "br that is none", (asked, good) -> good.with("Content-Encoding: br")),
                changed(PACKING, "a packing nobody knows", (asked, good) -> good.with("Content-Encoding: made-up")));
    }

    private static Good spoilt(Good good, byte[] within) {
        String bytes = new String(good.body(), ISO_8859_1);
        String odd = new String(within, ISO_8859_1);
        return good.body(bytes.replace("\"positionName\":\"", "\"positionName\":\"x" + odd)
                .getBytes(ISO_8859_1));
    }

    private static Good packed(Good good, byte[] body) {
        return good.with(GZIP).body(body);
    }

    static byte[] gzip(byte[] body, int blanks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
            byte[] some = new byte[1 << 20];
            Arrays.fill(some, (byte) ' ');
            for (int i = 0; i < blanks; i += some.length) {
                gzip.write(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] wrong(byte[] gzip) {
        gzip[gzip.length / 2] ^= 0x55;
        return gzip;
    }

    private static Charset gbk() {
        return Charset.forName("GBK");
    }
}

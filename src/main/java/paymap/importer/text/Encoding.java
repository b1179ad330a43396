package paymap.importer.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * How a file is written, told from all of its bytes: a sample can be plain ASCII for megabytes before the first Chinese
 * word.
 *
 * @param charset to read it with
 * @param mark how many bytes of a byte order mark come first
 * @param fingerprint a fingerprint of the bytes: the same for the same file under another name
 */
public record Encoding(Charset charset, int mark, String fingerprint) {

    public static final Charset GB18030 = Charset.forName("GB18030");

    /** Text with a byte broken here and there has many more good characters than bad bytes; a wrong guess has not. */
    private static final int GOOD_FOR_ONE_BAD = 20;

    private static final int BUFFER = 1 << 16;

    /**
     * @param forced by the user, whatever the bytes say; null = look. A byte order mark is left out all the same
     * @throws IllegalArgumentException if the bytes are text of no encoding that we know
     */
    public static Encoding of(Source source, @Nullable Charset forced) throws IOException {
        Utf8Check utf8 = new Utf8Check();
        CRC32C sum = new CRC32C();
        byte[] head = new byte[3];
        int headLength = 0;
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; headLength < head.length && i < n; i++) {
                    head[headLength++] = buffer[i];
                }
                sum.update(buffer, 0, n);
                utf8.add(buffer, n);
            }
        }
        String fingerprint = source.size() + "-" + Long.toHexString(sum.getValue());
        Encoding marked = marked(head, headLength, fingerprint);
        if (forced != null) {
            return new Encoding(forced, marked != null && marked.charset.equals(forced) ? marked.mark : 0, fingerprint);
        }
        return marked != null ? marked : new Encoding(byBytes(source, utf8), 0, fingerprint);
    }

    /** For people: UTF-8, GB18030. */
    public String label() {
        return charset.name();
    }

    private static @Nullable Encoding marked(byte[] head, int length, String fingerprint) {
        if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3, fingerprint);
        }
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, fingerprint);
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, fingerprint);
        }
        return null;
    }

    private static Charset byBytes(Source source, Utf8Check utf8) throws IOException {
        if (utf8.bad() == 0 || utf8.good() >= GOOD_FOR_ONE_BAD * utf8.bad()) {
            return StandardCharsets.UTF_8; // rows with a broken byte are told one by one
        }
        GbCheck gb = new GbCheck();
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                gb.add(buffer, n);
            }
        }
        if (gb.bad() == 0 || gb.good() >= GOOD_FOR_ONE_BAD * gb.bad()) {
            return GB18030;
        }
        throw new IllegalArgumentException(Words.say(
                "it is text in neither UTF-8 nor GB18030 (byte %d is the first that is not UTF-8)", utf8.firstBad()));
    }

    /** Counts characters of several bytes and bytes that belong to none, as UTF-8 has them (RFC 3629). */
    private static final class Utf8Check {
        private long good;
        private long bad;
        private long at;
        private long firstBad = -1;
        private int missing;
        private int lowest = 0x80;
        private int highest = 0xBF;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                if (bytes[i] < 0 || missing > 0) {
                    step(bytes[i] & 0xFF, at + i);
                }
            }
            at += length;
        }

        private void step(int b, long offset) {
            if (missing > 0 && b >= lowest && b <= highest) {
                lowest = 0x80;
                highest = 0xBF;
                missing--;
                good += missing == 0 ? 1 : 0;
                return;
            }
            if (missing > 0) {
                missing = 0;
                isBad(offset);
            }
            lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
            if (b >= 0xC2 && b <= 0xF4) {
                missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
            } else if (b >= 0x80) {
                isBad(offset);
            }
        }

        private void isBad(long offset) {
            bad++;
            firstBad = firstBad < 0 ? offset : firstBad;
        }

        long good() {
            return good;
        }

        long bad() {
            return bad;
        }

        long firstBad() {
            return firstBad;
        }
    }

    /** The same for GB18030: two bytes (GBK), or four with digits in the second and the fourth. */
    private static final class GbCheck {
        private long good;
        private long bad;
        private int state;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                step(bytes[i] & 0xFF);
            }
        }

        private void step(int b) {
            boolean lead = b >= 0x81 && b <= 0xFE;
            boolean digit = b >= '0' && b <= '9';
            switch (state) {
                case 0 -> {
                    bad += b == 0x80 || b == 0xFF ? 1 : 0;
                    state = lead ? 1 : 0;
                }
                case 1 -> {
                    boolean second = b >= 0x40 && b <= 0xFE && b != 0x7F;
                    good += second ? 1 : 0;
                    bad += second || digit ? 0 : 1;
                    state = digit ? 2 : 0;
                }
                case 2 -> {
                    bad += lead ? 0 : 1;
                    state = lead ? 3 : 0;
                }
                default -> {
                    good += digit ? 1 : 0;
                    bad += digit ? 0 : 1;
                    state = 0;
                }
            }
        }

        long good() {
            return good;
        }

        long bad() {
            return bad;
        }
    }
}

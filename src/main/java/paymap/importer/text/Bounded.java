package paymap.importer.text;

import java.io.IOException;
import java.io.InputStream;
import paymap.words.Words;

/** What comes out of a compressed file, as long as it is no more than an honest one would hold. */
final class Bounded extends BlockStream {

    /**
     * What may come out of one file.
     *
     * @param bytes in all
     * @param ratio of what comes out to what went in; smaller sums are let through whatever they were packed from
     * @param entries in an archive
     */
    record Limits(long bytes, int ratio, int entries) {

        /** A HAR of 4 GB is beyond any visit; text of postings is packed to a tenth, text of one letter to a thousandth. */
        static final Limits USUAL = new Limits(4L << 30, 200, 1_000);

        private static final long LET_THROUGH = 64L << 20;

        long of(long packed) {
            return Math.min(bytes, Math.max(LET_THROUGH, packed * ratio));
        }
    }

    private final InputStream in;
    private long left;

    /** @param most bytes that may come */
    Bounded(InputStream in, long most) {
        this.in = in;
        this.left = most;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        left -= Math.max(0, n);
        if (left < 0) {
            throw new IOException(Words.say("it holds more than any list of postings would"));
        }
        return n;
    }
}

package paymap.importer.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a zip archive (APPNOTE 6.3), one after the other as its directory tells them: the stream of fastexcel's
 * workbooks, whose sizes stand behind their entries in 64 bits, cannot be read without it. What is read is checked.
 */
final class Archive extends BlockStream {

    private static final int END = 0x06054b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int LONGEST_END = 22 + 0xFFFF;
    private static final int ENCRYPTED = 1;
    private static final int UTF_8_NAME = 0x800;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long IN_64_BITS = 0xFFFF_FFFFL;

    private final Source source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private long left;
    private long at;
    private InputStream current = InputStream.nullInputStream();
    private long sumToBe;

    /** @throws IOException if it has no end, where its directory is told */
    Archive(Source source) throws IOException {
        this.source = source;
        int length = (int) Math.min(source.size(), LONGEST_END);
        long from = source.size() - length;
        ByteBuffer tail = bytes(from, length);
        int end = length - 22;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new EOFException();
        }
        left = tail.getShort(end + 10) & 0xFFFF;
        at = tail.getInt(end + 16) & IN_64_BITS;
        if (end >= 20 && tail.getInt(end - 20) == LARGE_LOCATOR) {
            ByteBuffer large = bytes(tail.getLong(end - 12), 56);
            require(large.getInt(0) == LARGE_END);
            left = large.getLong(32);
            at = large.getLong(48);
        }
    }

    /** Goes to the next file, which is then read as this stream; a folder's name ends with /. Null = there is none. */
    @Nullable
    String next() throws IOException {
        if (left-- <= 0) {
            return null;
        }
        ByteBuffer entry = bytes(at, 46);
        require(entry.getInt(0) == ENTRY);
        int nameLength = entry.getShort(28) & 0xFFFF;
        int moreLength = entry.getShort(30) & 0xFFFF;
        byte[] name = bytes(at + 46, nameLength).array();
        enter(entry, bytes(at + 46 + nameLength, moreLength));
        at += 46L + nameLength + moreLength + (entry.getShort(32) & 0xFFFF);
        Charset charset = (entry.getShort(8) & UTF_8_NAME) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new String(name, charset);
    }

    private void enter(ByteBuffer entry, ByteBuffer more) throws IOException {
        long size = entry.getInt(24) & IN_64_BITS;
        long packed = entry.getInt(20) & IN_64_BITS;
        long local = entry.getInt(42) & IN_64_BITS;
        if (size == IN_64_BITS || packed == IN_64_BITS || local == IN_64_BITS) {
            find64(more);
            size = size == IN_64_BITS ? next64(more) : size;
            packed = packed == IN_64_BITS ? next64(more) : packed;
            local = local == IN_64_BITS ? next64(more) : local;
        }
        ByteBuffer head = bytes(local, 30);
        require(head.getInt(0) == LOCAL && ((head.getShort(6) | entry.getShort(8)) & ENCRYPTED) == 0);
        long from = local + 30 + (head.getShort(26) & 0xFFFF) + (head.getShort(28) & 0xFFFF);
        int method = entry.getShort(10);
        require(method == STORED || method == DEFLATED);
        inflater.reset();
        sum.reset();
        sumToBe = entry.getInt(16) & IN_64_BITS;
        InputStream range = new Range(source, from, packed);
        current = method == STORED ? range : new InflaterInputStream(range, inflater, 1 << 13);
    }

    /** To the numbers of 64 bits among the further fields of an entry. */
    private static void find64(ByteBuffer more) {
        while (more.remaining() >= 4) {
            int kind = more.getShort();
            int length = more.getShort() & 0xFFFF;
            if (kind == 1) {
                return;
            }
            more.position(Math.min(more.limit(), more.position() + length));
        }
    }

    private static long next64(ByteBuffer more) throws ZipException {
        require(more.remaining() >= 8);
        return more.getLong();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = current.read(into, offset, length);
        if (n < 0) {
            require(sum.getValue() == sumToBe);
        } else {
            sum.update(into, offset, n);
        }
        return n;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        require(from >= 0 && from <= source.size());
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (source.read(bytes, from + bytes.position()) <= 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private static void require(boolean holds) throws ZipException {
        if (!holds) {
            throw new ZipException();
        }
    }

    /** Some of the bytes of a source. */
    private static final class Range extends BlockStream {
        private final Source source;
        private long from;
        private long left;

        Range(Source source, long from, long length) throws ZipException {
            require(from >= 0 && length >= 0);
            this.source = source;
            this.from = from;
            this.left = length;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = source.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)), from);
            if (n < 0) {
                throw new EOFException();
            }
            from += n;
            left -= n;
            return n;
        }
    }
}

package paymap.importer.text;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How pages of Parquet are unpacked: in plain Java, and no more of one than an honest file would hold in it. */
final class ParquetCodecs implements CompressionCodecFactory {

    /** In bytes; writers make pages of about a megabyte. */
    private static final int LARGEST_PAGE = 128 << 20;

    /** Whether there is one for it. */
    static boolean knows(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
            case LZO, BROTLI, LZ4 -> false;
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Unpacked(codec);
    }

    @Override
    public void release() {
        // Holds nothing.
    }

    private record Unpacked(CompressionCodecName codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            if (codec == CompressionCodecName.UNCOMPRESSED) {
                return packed;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            packed.writeAllTo(bytes);
            return BytesInput.from(unpacked(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer into, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            into.put(codec == CompressionCodecName.UNCOMPRESSED ? bytes : unpacked(bytes, size));
        }

        @Override
        public void release() {
            // Holds nothing.
        }

        private byte[] unpacked(byte[] packed, int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE) {
                throw new IOException("a page of " + size + " bytes");
            }
            return switch (codec) {
                case SNAPPY -> unpacked(new SnappyDecompressor(), packed, size);
                case ZSTD -> unpacked(new ZstdDecompressor(), packed, size);
                case LZ4_RAW -> unpacked(new Lz4Decompressor(), packed, size);
                case GZIP -> gunzipped(packed, size);
                case UNCOMPRESSED, LZO, BROTLI, LZ4 -> throw new IOException("a page of " + codec);
            };
        }

        private static byte[] unpacked(Decompressor decompressor, byte[] packed, int size) throws IOException {
            byte[] bytes = new byte[size];
            if (decompressor.decompress(packed, 0, packed.length, bytes, 0, size) != size) {
                throw new IOException("a page of another size");
            }
            return bytes;
        }

        private static byte[] gunzipped(byte[] packed, int size) throws IOException {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return in.readNBytes(size);
            }
        }
    }
}

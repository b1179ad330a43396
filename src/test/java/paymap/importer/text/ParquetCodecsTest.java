package paymap.importer.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetCodecsTest {

    private static final byte[] PAGE = "职位,薪资\n".repeat(100).getBytes(UTF_8);

    private static byte[] packed(CompressionCodecName codec) throws IOException {
        return switch (codec) {
            case SNAPPY -> packed(new SnappyCompressor());
            case ZSTD -> packed(new ZstdCompressor());
            case LZ4_RAW -> packed(new Lz4Compressor());
            case GZIP -> gzip();
            default -> PAGE;
        };
    }

    private static byte[] packed(Compressor compressor) {
        byte[] bytes = new byte[compressor.maxCompressedLength(PAGE.length)];
        return Arrays.copyOf(bytes, compressor.compress(PAGE, 0, PAGE.length, bytes, 0, bytes.length));
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(PAGE);
        }
        return bytes.toByteArray();
    }

    private static BytesInputDecompressor of(CompressionCodecName codec) {
        return new ParquetCodecs().getDecompressor(codec);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void aPageComesOutAsItWas(CompressionCodecName codec) throws IOException {
        byte[] packed = packed(codec);
        ByteBuffer into = ByteBuffer.allocate(PAGE.length);

        of(codec).decompress(ByteBuffer.wrap(packed), packed.length, into, PAGE.length);

        assertTrue(ParquetCodecs.knows(codec));
        assertArrayEquals(PAGE, into.array());
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        of(codec).decompress(BytesInput.from(packed), PAGE.length).writeAllTo(streamed);
        assertArrayEquals(PAGE, streamed.toByteArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"LZO", "BROTLI", "LZ4"})
    void othersAreNotRead(CompressionCodecName codec) {
        assertFalse(ParquetCodecs.knows(codec));
        assertThrows(IOException.class, () -> of(codec).decompress(BytesInput.from(PAGE), PAGE.length));
    }

    @Test
    void aPageOfAnotherSizeThanItSaysIsDamaged() throws IOException {
        byte[] packed = packed(CompressionCodecName.SNAPPY);

        for (int size : new int[] {-1, PAGE.length + 1, (128 << 20) + 1}) {
            assertThrows(
                    IOException.class, () -> of(CompressionCodecName.SNAPPY).decompress(BytesInput.from(packed), size));
        }
    }
}

package paymap.chart.draw;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import paymap.words.Words;

/**
 * Writes PNG (RFC 2083). Charts are flat: a row is mostly that above it, so the one filter "up" serves them all; the JDK's
 * writer tries five on each row and takes most of the time of a picture.
 */
public final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SCALE = 2;
    private static final int LARGEST_SCALE = 4;
    private static final byte FILTER_UP = 2;
    private static final int BYTES_PER_PIXEL = 3;

    private PngWriter() {}

    /**
     * Writes a picture at double resolution, so that it is sharp in print and on today's screens.
     *
     * @param out not closed here
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, OutputStream out) throws IOException {
        write(drawing, SCALE, out);
    }

    /**
     * Writes a picture so many times as large as it is laid out.
     *
     * @param scale 1 to 4
     * @param out not closed here
     * @throws IllegalArgumentException if the scale is another
     * @throws IOException if it cannot be written
     */
    public static void write(Drawing drawing, int scale, OutputStream out) throws IOException {
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException(
                    Words.say("the scale of a picture is %d; allowed: %d to %d", scale, 1, LARGEST_SCALE));
        }
        write(painted(drawing, scale), drawing, out);
    }

    private static BufferedImage painted(Drawing drawing, int scale) {
        BufferedImage image =
                new BufferedImage(drawing.width() * scale, drawing.height() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        drawing.painting().accept(g);
        g.dispose();
        return image;
    }

    /** @param image of the type {@code TYPE_INT_RGB} */
    private static void write(BufferedImage image, Drawing drawing, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(image.getWidth(), image.getHeight()));
        chunk(out, "iTXt", title(drawing));
        chunk(out, "IDAT", pixels(image));
        chunk(out, "IEND", new byte[0]);
    }

    /** Eight bits each of red, green and blue, not interlaced. */
    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        return bytes.toByteArray();
    }

    /** The title as image programs show it: keyword, not compressed, language, text. */
    private static byte[] title(Drawing drawing) {
        return ("Title\0\0\0" + drawing.language() + "\0\0" + drawing.title()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pixels(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        Deflater deflater = new Deflater(5);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 32 * 1024)) {
            byte[] line = new byte[1 + width * BYTES_PER_PIXEL];
            byte[] same = line.clone();
            same[0] = FILTER_UP;
            int[] black = new int[width];
            for (int y = 0; y < image.getHeight(); y++) {
                System.arraycopy(same, 0, line, 0, line.length);
                if (y == 0) {
                    difference(rgb, 0, black, 0, width, line);
                } else {
                    difference(rgb, y * width, rgb, (y - 1) * width, width, line);
                }
                out.write(line);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** @param line zeros behind the filter's number; what is as above is left so */
    private static void difference(int[] rgb, int row, int[] before, int above, int width, byte[] line) {
        int first = Arrays.mismatch(rgb, row, row + width, before, above, above + width);
        int end = first < 0 ? first : width;
        while (end > first && rgb[row + end - 1] == before[above + end - 1]) {
            end--;
        }
        for (int x = first, i = 1 + first * BYTES_PER_PIXEL; x < end; x++, i += BYTES_PER_PIXEL) {
            int now = rgb[row + x];
            int up = before[above + x];
            line[i] = (byte) ((now >> 16) - (up >> 16));
            line[i + 1] = (byte) ((now >> 8) - (up >> 8));
            line[i + 2] = (byte) (now - up);
        }
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) crc.getValue());
        data.flush();
    }
}

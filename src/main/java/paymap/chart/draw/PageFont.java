package paymap.chart.draw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The page's own font: just the characters that stand on the page, so Chinese shows on a machine without any. */
public final class PageFont {

    private PageFont() {}

    /** Two rules of CSS that hold the font, regular and bold, under the name {@code paymap}. */
    public static String css(String page) throws IOException {
        return face(Fonts.REGULAR, 400, page) + face(Fonts.BOLD, 700, page);
    }

    /** The whole font as a file, for a page whose characters nobody knows beforehand. */
    public static byte[] file(boolean bold) {
        try (InputStream in = Fonts.resource(bold ? Fonts.BOLD : Fonts.REGULAR)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String face(String file, int weight, String page) throws IOException {
        return "@font-face{font-family:paymap;font-weight:" + weight + ";src:url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(subset(file, page)) + ")}\n";
    }

    private static byte[] subset(String file, String page) throws IOException {
        try (InputStream in = Fonts.resource(file);
                TrueTypeFont font = new TTFParser().parseEmbedded(in)) {
            TTFSubsetter subsetter = new TTFSubsetter(font);
            page.codePoints().filter(c -> c >= ' ').distinct().sorted().forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        }
    }
}

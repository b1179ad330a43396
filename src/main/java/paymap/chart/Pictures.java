package paymap.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Fonts;
import paymap.chart.draw.PngWriter;
import paymap.chart.draw.SvgWriter;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.Postings;
import paymap.chart.figures.Wording;
import paymap.chart.pictures.DrawingContext;
import paymap.chart.pictures.Picture;
import paymap.chart.pictures.Sheet;

/** The pictures of some data one by one, for a page that is served. Several threads may ask. */
public final class Pictures {

    /**
     * A picture for a page.
     *
     * @param title plain text
     * @param finding what it shows, one sentence
     * @param svg an element for the midst of HTML, without any style in place; needs {@link #css()}
     */
    public record Inline(String title, String finding, String svg) {}

    private final Fonts fonts;
    private final Wording words;

    private Pictures(Fonts fonts, Wording words) {
        this.fonts = fonts;
        this.words = words;
    }

    /**
     * Of these data.
     *
     * @param fonts closing them is the caller's; a server loads them once
     * @param heading the user's own words above each title; null = none
     */
    public static Pictures of(Fonts fonts, ChartData data, Language language, @Nullable String heading) {
        return new Pictures(fonts, new Wording(data, language, heading));
    }

    /** Rules for the page's own sheet of styles. */
    public static String css() {
        return SvgWriter.css();
    }

    /**
     * For the midst of a page.
     *
     * @param id not used by any other element of the page: letters, digits and dashes
     * @param links where each mark leads
     * @throws IllegalArgumentException if the data lack what it shows
     */
    public Inline inline(ChartKind kind, Sheet sheet, String id, Postings.Links links) {
        Picture picture = picture(kind, sheet, links);
        Drawing drawing = picture.drawing();
        return new Inline(drawing.title(), picture.finding(), SvgWriter.of(drawing, SvgWriter.Home.SERVED, id));
    }

    /**
     * The SVG file, the same that {@code paymap chart} writes.
     *
     * @throws IllegalArgumentException if the data lack what it shows
     */
    public String svg(ChartKind kind) {
        return SvgWriter.of(drawing(kind), SvgWriter.Home.FILE, "chart");
    }

    /**
     * The PNG file; at scale 2 the same that {@code paymap chart} writes.
     *
     * @param scale 1 to 4
     * @throws IllegalArgumentException if the scale is another, or the data lack what it shows
     */
    public byte[] png(ChartKind kind, int scale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        try {
            PngWriter.write(drawing(kind), scale, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private Drawing drawing(ChartKind kind) {
        return picture(kind, Sheet.WIDE, Postings.Links.NONE).drawing();
    }

    private Picture picture(ChartKind kind, Sheet sheet, Postings.Links links) {
        String lack = kind.lacks(words.data());
        if (!lack.isEmpty()) {
            throw new IllegalArgumentException(lack);
        }
        return kind.picture(new DrawingContext(words, fonts, sheet, links));
    }
}

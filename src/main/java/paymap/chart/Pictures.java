package paymap.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes layouts as files have them. */
final class Pictures {

    private static final int PNG_SCALE = 2;

    private Pictures() {}

    static void write(PictureLayout layout, Format format, OutputStream out, String description, Language language)
            throws IOException {
        switch (format) {
            case PNG -> PngWriter.write(image(layout), out);
            case SVG ->
                out.write(SvgWriter.of(layout, SvgWriter.Home.FILE, "chart", description, language)
                        .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static BufferedImage image(PictureLayout layout) {
        BufferedImage image = new BufferedImage(
                PictureLayout.WIDTH * PNG_SCALE, layout.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PNG_SCALE, PNG_SCALE);
        layout.paint(g);
        g.dispose();
        return image;
    }
}

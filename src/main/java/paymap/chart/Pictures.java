package paymap.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes sheets to files. */
final class Pictures {

    private static final int PNG_SCALE = 2;

    private Pictures() {}

    static void write(Sheet sheet, Format format, Path file, String description, Language language) throws IOException {
        switch (format) {
            case PNG -> png(sheet, file);
            case SVG ->
                Files.writeString(file, SvgWriter.of(sheet, SvgWriter.Home.FILE, "chart", description, language));
        }
    }

    private static void png(Sheet sheet, Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(Sheet.WIDTH * PNG_SCALE, sheet.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PNG_SCALE, PNG_SCALE);
        sheet.paint(g);
        g.dispose();
        ImageIO.setUseCache(false);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ImageIO.write(image, "png", out);
        }
    }
}

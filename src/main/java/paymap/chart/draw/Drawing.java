package paymap.chart.draw;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A picture that is ready to be painted into a file of any format.
 *
 * @param width in pixels, before any scaling
 * @param height likewise
 * @param title what it shows, a few words
 * @param description the picture in words, for those who cannot see it
 * @param language of both, as HTML's {@code lang} wants it, e.g. {@code zh-CN}
 * @param painting paints it; may be called several times, each time the same
 */
public record Drawing(
        int width, int height, String title, String description, String language, Consumer<Graphics2D> painting) {}

package paymap.chart.pictures;

import paymap.chart.draw.Drawing;

/** One picture of the data, in one language. */
public abstract class Picture {

    /** Laid out and ready to paint. */
    abstract PictureLayout layout();

    /** The same in words, with the numbers, for those who cannot see it. */
    abstract String description();

    /** What it shows, one sentence. */
    public final String finding() {
        return layout().finding();
    }

    /** For a file of any format; title and caption are in it. */
    public final Drawing drawing() {
        return layout().drawing(description());
    }
}

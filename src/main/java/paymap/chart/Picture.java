package paymap.chart;

/** One picture of the data, in one language. */
abstract class Picture {

    /** Laid out and ready to paint. */
    abstract PictureLayout layout();

    /** The same in words, with the numbers, for those who cannot see it. */
    abstract String description();

    /** For a file of any format; title and caption are in it. */
    final Drawing drawing() {
        return layout().drawing(description());
    }
}

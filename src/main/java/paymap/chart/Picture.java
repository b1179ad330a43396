package paymap.chart;

/** One picture of the data, in one language. */
interface Picture {

    /** Laid out and ready to paint. */
    PictureLayout layout();

    /** The same in words, with the numbers, for those who cannot see it. */
    String description();
}

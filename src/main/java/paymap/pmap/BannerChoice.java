package paymap.pmap;

/** What is done to hear what a service says. */
public enum BannerChoice {
    /** Nothing. */
    NONE,
    /** A connection is made, and nothing sent. */
    LISTEN,
    /** The same; who says nothing is asked for the head of a web page. */
    HTTP
}

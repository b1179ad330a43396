package paymap.page.web;

/** What one who watches is sent. Called by one thread at a time. */
public interface EventSource extends AutoCloseable {

    /**
     * What is new, about once a second until the browser goes.
     *
     * @return as server-sent events are written, each with a blank line at its end; empty = nothing is new
     */
    String next();

    /** Nobody watches any more. */
    @Override
    void close();
}

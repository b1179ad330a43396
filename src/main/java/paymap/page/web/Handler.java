package paymap.page.web;

/** Answers the requests for one path. Called from several threads at once, each speaking the language of its request. */
public interface Handler {

    /**
     * The answer.
     *
     * @throws IllegalArgumentException if what is asked for cannot be; its sentence is told, with status 400
     */
    Response answer(Request request);
}

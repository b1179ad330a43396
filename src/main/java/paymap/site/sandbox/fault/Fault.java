package paymap.site.sandbox.fault;

/** What can befall a single request, and the word a person orders it by. */
public enum Fault {
    /** HTTP 500 with an HTML page. */
    SERVER_ERROR("500"),
    /** The connection is closed without a reply. */
    RESET("reset"),
    /** Half a body: in turn with an honest length, and with the length of the whole. */
    CUT("cut"),
    /** HTTP 200 with a page that says 网络出错啦 in place of what was asked for (seen 2019-07). */
    HTML("html"),
    /** A page of rows without rows although the total says there are some. */
    EMPTY("empty"),
    /** A body of more than 8 MiB. */
    OVERSIZE("oversize");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

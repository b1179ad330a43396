package paymap.site.sandbox.board;

import java.util.List;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** One board: what stands on the pages of its lists, and what it answers. Safe for many threads. */
public interface Board {

    /** What a page shows, from 1, adverts in front of it included; empty past the end. */
    List<BoardRow> rows(Search search, int page);

    /** Path and query of a list to begin with. */
    String home();

    /** Whether rows are due in the reply. */
    boolean servesRows(Request request);

    /** The reply to a request that is not refused; {@code number} tells requests apart that are otherwise equal. */
    Reply answer(Request request, long number) throws BadRequest;

    /** What comes in place of a list. */
    Reply refusal(Request request, ReplyKind kind);
}

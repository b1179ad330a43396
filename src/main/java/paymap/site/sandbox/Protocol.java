package paymap.site.sandbox;

import java.time.Duration;
import java.util.List;
import paymap.site.sandbox.board.BoardRow;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** What the site speaks. */
interface Protocol {

    /** Whether the method means anything here. */
    boolean takes(Request request);

    /** The reply to a request that came slowly enough; {@code number} tells requests apart that are otherwise equal. */
    Reply answer(Request request, long number) throws BadRequest;

    /** The reply to a request over the limit, {@code left} before the next one can be served. */
    Reply tooFast(Request request, Duration left);

    /** What a board shows on a page of a list, from 1. */
    List<BoardRow> shown(Search search, int page);
}

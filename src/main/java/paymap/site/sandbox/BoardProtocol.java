package paymap.site.sandbox;

import java.time.Duration;
import java.util.List;
import paymap.site.sandbox.board.BoardFront;
import paymap.site.sandbox.board.BoardRow;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** A board's, which browsers also ask from one of its hosts for another. */
record BoardProtocol(BoardFront board) implements Protocol {

    @Override
    public boolean takes(Request request) {
        return request.isPost()
                || request.method().equals("GET")
                || request.method().equals("OPTIONS");
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        return board.answer(request, number);
    }

    @Override
    public Reply tooFast(Request request, Duration left) {
        return board.tooFast(request);
    }

    @Override
    public List<BoardRow> shown(Search search, int page) {
        return board.rows(search, page);
    }
}

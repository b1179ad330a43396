package paymap.site.sandbox;

import java.time.Duration;
import java.util.List;
import paymap.site.sandbox.board.BoardRow;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.era.EraSite;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** Lagou's, in its eras. */
record LagouProtocol(EraSite eras, LimitRefusals refusals) implements Protocol {

    @Override
    public boolean takes(Request request) {
        return request.isPost() || request.method().equals("GET");
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        return eras.answer(request, number);
    }

    @Override
    public Reply tooFast(Request request, Duration left) {
        return refusals.tooFast(request, left);
    }

    @Override
    public List<BoardRow> shown(Search search, int page) {
        return List.of();
    }
}

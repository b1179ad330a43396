package paymap.site.sandbox.board;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.OtherPages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/**
 * A board as browsers meet it: its front page leads to a list, hosts of its own are asked across origins, and the first
 * lists may be refused.
 */
public final class BoardFront {
    private static final String ORIGIN = "origin";

    private final Board board;
    private final int refusals;
    private final AtomicInteger asked = new AtomicInteger();

    /** A board that refuses its first so many lists. */
    public BoardFront(Board board, int refusals) {
        this.board = board;
        this.refusals = refusals;
    }

    /** What a page shows, as {@link Board#rows}. */
    public List<BoardRow> rows(Search search, int page) {
        return board.rows(search, page);
    }

    /** The reply to any request. */
    public Reply answer(Request request, long number) throws BadRequest {
        if (request.method().equals("OPTIONS")) {
            return shared(request, Reply.of(204, "text/plain", "", ReplyKind.PAGE));
        }
        if (board.servesRows(request) && asked.getAndUpdate(n -> Math.min(n + 1, refusals)) < refusals) {
            return shared(request, board.refusal(request, ReplyKind.REFUSED));
        }
        if (request.path().equals("/")) {
            return Reply.redirect(ReplyKind.REDIRECTED, board.home());
        }
        return shared(request, request.path().equals("/favicon.ico") ? none() : board.answer(request, number));
    }

    /** The answer to a request over the limit. */
    public Reply tooFast(Request request) {
        return shared(request, board.refusal(request, ReplyKind.TOO_FAST));
    }

    private static Reply none() {
        return Reply.of(404, "text/plain", "", ReplyKind.NOT_FOUND);
    }

    /** What a page of one of the board's hosts may read of another. */
    private static Reply shared(Request request, Reply reply) {
        String origin = request.headers().get(ORIGIN);
        return origin == null
                ? reply
                : reply.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Allow-Credentials", "true")
                        .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                        .with("Access-Control-Max-Age", "0") // each visit shows its preflight, whoever came before
                        .with("Access-Control-Allow-Headers", allowed(request));
    }

    private static String allowed(Request request) {
        return request.headers().getOrDefault("access-control-request-headers", "content-type");
    }

    /** Neither a list nor anything else that a board knows. */
    static Reply otherPage(Request request) {
        return OtherPages.otherPage(request);
    }
}

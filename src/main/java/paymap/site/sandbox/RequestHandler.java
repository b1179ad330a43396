package paymap.site.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.board.BoardRow;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.era.Secrets;
import paymap.site.sandbox.era.Sessions;
import paymap.site.sandbox.fault.Fault;
import paymap.site.sandbox.fault.FaultSchedule;
import paymap.site.sandbox.web.OtherPages;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.Reply.Delivery;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** Meets each request: counts it, holds it against the limit, applies the fault it is due, if any, asks the site. */
final class RequestHandler {
    private static final String ROBOTS = """
            # 本网站及其所有数据均为虚构。This site and all its data are made up, for tests only.
            User-agent: *
            Allow: /
            """;

    /** A little more than the 8 MiB that clients should refuse. */
    private static final int OVERSIZE = 8 * 1024 * 1024 + 1024;

    private final Protocol site;
    private final @Nullable TokenBucket bucket;
    private final FaultSchedule faults;
    private final InstantSource clock;
    private final RequestLog log;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong counted = new AtomicLong();

    RequestHandler(SandboxOptions options, InstantSource clock, Sessions sessions, Secrets secrets, RequestLog log) {
        RateLimit limit = options.limit;
        this.faults = new FaultSchedule(options.seed(), options.faults);
        this.site = Protocols.of(options, faults, sessions, secrets);
        this.bucket = limit == null ? null : new TokenBucket(limit, clock);
        this.clock = clock;
        this.log = log;
    }

    /** The reply to a request, already in the log. */
    Reply reply(HttpExchange exchange) throws IOException {
        Instant at = clock.instant();
        try {
            Request request = Request.of(exchange);
            return logged(at, request, isRobots(request) ? robots() : countedReply(request));
        } catch (BadRequest e) {
            return logged(at, Request.unreadable(exchange), badRequest(e));
        }
    }

    /** See {@link Protocol#shown}. */
    List<BoardRow> shown(Search search, int page) {
        return site.shown(search, page);
    }

    private Reply countedReply(Request request) {
        long number = counted.incrementAndGet();
        Duration left = bucket == null ? Duration.ZERO : bucket.take();
        if (!left.isZero()) {
            return site.tooFast(request, left);
        }
        if (!site.takes(request)) {
            return OtherPages.otherMethod();
        }
        Fault fault = faults.faultOf(number);
        try {
            return fault == null ? site.answer(request, number) : faulty(fault, request, number);
        } catch (BadRequest e) {
            return badRequest(e);
        }
    }

    private Reply faulty(Fault fault, Request request, long number) throws BadRequest {
        return switch (fault) {
            case SERVER_ERROR ->
                Reply.of(500, "text/html;charset=UTF-8", Pages.notice("500 Internal Server Error"), ReplyKind.FAULT);
            case HTML -> Reply.html(ReplyKind.FAULT, Pages.trouble());
            case RESET -> Reply.html(ReplyKind.FAULT, "").faulty(Delivery.NOTHING);
            case CUT -> site.answer(request, number).faulty(faults.coin(number) ? Delivery.HALF : Delivery.CUT);
            case OVERSIZE -> oversize(site.answer(request, number));
            case EMPTY -> site.answer(request, number); // the site itself leaves the rows out
        };
    }

    /** White space after the end keeps the reply well formed, so that only its size is wrong. */
    private static Reply oversize(Reply reply) {
        String body = reply.body() + " ".repeat(OVERSIZE);
        return new Reply(reply.status(), reply.headers(), reply.cookies(), body, Delivery.WHOLE, ReplyKind.FAULT);
    }

    private Reply logged(Instant at, Request request, Reply reply) {
        log.add(new LoggedRequest(
                numbers.incrementAndGet(),
                at,
                request.method(),
                request.target(),
                request.headers(),
                request.form(),
                reply.kind()));
        return reply;
    }

    private static boolean isRobots(Request request) {
        return request.path().equals("/robots.txt");
    }

    private static Reply robots() {
        return Reply.of(200, "text/plain;charset=UTF-8", ROBOTS, ReplyKind.ROBOTS);
    }

    private static Reply badRequest(BadRequest e) {
        return Reply.of(
                400,
                "text/html;charset=UTF-8",
                Pages.notice("400 Bad Request: " + e.getMessage()),
                ReplyKind.BAD_REQUEST);
    }
}

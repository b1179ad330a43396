package paymap.site.sandbox.web;

import paymap.site.sandbox.data.SeededHash;

/** What every era answers to requests that are none of its own. */
public final class OtherPages {
    private OtherPages() {}

    /** Front page, challenge, or neither. */
    public static Reply otherPage(Request request) {
        if (request.isPost()) {
            return otherMethod();
        }
        if (request.path().equals("/")) {
            return Reply.html(ReplyKind.PAGE, Pages.notice("虚构的招聘网站 A made-up job site"));
        }
        if (Paths.isChallenge(request)) {
            return Reply.html(ReplyKind.PAGE, Pages.challenge(SeededHash.of(request.target())));
        }
        return Reply.of(404, "text/html;charset=UTF-8", Pages.notice("404 Not Found"), ReplyKind.NOT_FOUND);
    }

    /** The answer to anything but GET, and to POST where there is nothing to post to. */
    public static Reply otherMethod() {
        return Reply.of(405, "text/html;charset=UTF-8", Pages.notice("405 Method Not Allowed"), ReplyKind.BAD_REQUEST);
    }
}

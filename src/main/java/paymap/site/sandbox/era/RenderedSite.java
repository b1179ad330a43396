package paymap.site.sandbox.era;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.ResultPage;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.fault.FaultSchedule;
import paymap.site.sandbox.web.OtherPages;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Paths;
import paymap.site.sandbox.web.Refusals;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** Since 2021: {@code GET /wn/jobs} carries the rows; the first visit opens a session and shows page 1. */
public final class RenderedSite implements EraSite {
    private static final int BLOCKED = 2402;

    private final RowPages rowPages;
    private final Sessions sessions;
    private final FaultSchedule faults;

    /** The era over these pages, with the sessions it shares with the classic one. */
    public RenderedSite(RowPages rowPages, Sessions sessions, FaultSchedule faults) {
        this.rowPages = rowPages;
        this.sessions = sessions;
        this.faults = faults;
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        if (request.path().equals(Paths.AJAX) || request.path().equals(Paths.AJAX_2021)) {
            return Refusals.state(ReplyKind.REFUSED, BLOCKED);
        }
        if (request.path().equals(Paths.WN_JOBS) && !request.isPost()) {
            return rows(request, number);
        }
        if (request.path().startsWith(Paths.LIST) && !request.isPost()) {
            return oldListPage(request);
        }
        return OtherPages.otherPage(request);
    }

    private Reply oldListPage(Request request) throws BadRequest {
        String keyword = Request.keyword(Request.decodedPath(request.path().substring(Paths.LIST.length())));
        return Reply.redirect(
                ReplyKind.REDIRECTED,
                Paths.WN_JOBS + "?kd=" + encoded(keyword) + "&city=" + encoded(request.city()) + "&pn=1");
    }

    private Reply rows(Request request, long number) throws BadRequest {
        Search search =
                new Search(request.city(), Request.keyword(request.query().getOrDefault("kd", "")));
        int page = Request.page(request.query().getOrDefault("pn", "1"));
        String session = sessions.of(request);
        List<String> cookies = List.of();
        if (session == null && page == 1 && !faults.withoutCookies()) {
            session = sessions.open();
            cookies = Sessions.cookiesOf(session);
        }
        if (!maySeeRows(request, session, page)) {
            return Refusals.login(ReplyKind.REFUSED);
        }
        ResultPage resultPage = rowPages.page(search, page, number);
        return Reply.html(rowPages.kind(number), Pages.rendered(search, page, resultPage, number))
                .withCookies(cookies);
    }

    private boolean maySeeRows(Request request, @Nullable String session, int page) {
        if (page > 1 && !request.comesFromAListPage()) {
            return false;
        }
        return session == null ? faults.withoutCookies() : sessions.spendPage(session);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

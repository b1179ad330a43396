package paymap.site.sandbox.era;

import java.util.Map;
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

/** 2016 to 2020: {@code GET /jobs/list_…} gives cookies, {@code POST /jobs/positionAjax.json} gives rows. */
public final class ClassicSite implements EraSite {
    private static final int BLOCKED = 2402;
    private static final int NO_FORM = 2408;

    private final RowPages rowPages;
    private final Sessions sessions;
    private final FaultSchedule faults;

    /** The era over these pages, with the sessions it shares with the rendered one. */
    public ClassicSite(RowPages rowPages, Sessions sessions, FaultSchedule faults) {
        this.rowPages = rowPages;
        this.sessions = sessions;
        this.faults = faults;
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        if (request.path().equals(Paths.AJAX)) {
            return rows(request, number);
        }
        if (request.path().equals(Paths.AJAX_2021)) {
            return Refusals.state(ReplyKind.REFUSED, BLOCKED);
        }
        if (request.path().startsWith(Paths.LIST) && !request.isPost()) {
            return listPage(request);
        }
        return OtherPages.otherPage(request);
    }

    private Reply listPage(Request request) throws BadRequest {
        String keyword = Request.keyword(Request.decodedPath(request.path().substring(Paths.LIST.length())));
        Reply page = Reply.html(ReplyKind.PAGE, Pages.list(new Search(request.city(), keyword), rowPages.count()));
        if (faults.withoutCookies() || sessions.of(request) != null) {
            return page;
        }
        return page.withCookies(Sessions.cookiesOf(sessions.open()));
    }

    private Reply rows(Request request, long number) throws BadRequest {
        Map<String, String> form = request.form();
        if (request.isPost() && form.isEmpty()) {
            return Refusals.state(ReplyKind.REFUSED, NO_FORM); // seen 2020-08: adding the form made it 2402
        }
        String keyword = form.get("kd");
        String page = form.get("pn");
        boolean polite = request.isPost() && request.comesFromAListPage();
        if (!polite || keyword == null || page == null) {
            return Refusals.state(ReplyKind.REFUSED, BLOCKED);
        }
        Search search = new Search(request.city(), Request.keyword(keyword));
        int pageNumber = Request.page(page);
        if (!maySeeRows(sessions.of(request))) {
            return Refusals.state(ReplyKind.REFUSED, BLOCKED);
        }
        ResultPage resultPage = rowPages.page(search, pageNumber, number);
        return Reply.json(rowPages.kind(number), resultPage.json(number));
    }

    private boolean maySeeRows(@Nullable String session) {
        return session == null ? faults.withoutCookies() : sessions.spendPage(session);
    }
}

package paymap.site.sandbox.era;

import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.data.ResultPage;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.fault.Fault;
import paymap.site.sandbox.fault.FaultSchedule;
import paymap.site.sandbox.web.ReplyKind;

/** The pages of rows, and what the faults make of them. */
public final class RowPages {
    private final Postings postings;
    private final FaultSchedule faults;

    /** The pages of these postings, under these faults. */
    public RowPages(Postings postings, FaultSchedule faults) {
        this.postings = postings;
        this.faults = faults;
    }

    /** How many pages a list shows. */
    int count() {
        return postings.pages();
    }

    /** What request {@code number} is given when it asks for {@code page}. */
    ResultPage page(Search search, int page, long number) {
        ResultPage resultPage = ResultPage.of(postings, search, faults.pageServedFor(page));
        return isEmptied(number) ? resultPage.emptied() : resultPage;
    }

    ReplyKind kind(long number) {
        return isEmptied(number) ? ReplyKind.FAULT : ReplyKind.ROWS;
    }

    private boolean isEmptied(long number) {
        return faults.faultOf(number) == Fault.EMPTY;
    }
}

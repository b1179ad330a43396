package paymap.site.sandbox.board;

import java.util.List;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.fault.Fault;
import paymap.site.sandbox.fault.FaultSchedule;

/** The postings cut into a board's pages, and what the faults make of them. */
public final class BoardLists {
    private final Postings postings;
    private final FaultSchedule faults;

    /** The pages of these postings, under these faults. */
    public BoardLists(Postings postings, FaultSchedule faults) {
        this.postings = postings;
        this.faults = faults;
    }

    /** How many rows a board shows of a list that shows {@code most} at most. */
    int count(int most) {
        return Math.min(postings.shown(), most);
    }

    /** A page of so many rows, from 1; empty past the end. */
    List<MadeUpJob> page(Search search, int page, int size, int most) {
        List<MadeUpJob> all = postings.rows(search);
        long from = (page - 1L) * size;
        int end = count(most);
        return from >= end ? List.of() : all.subList((int) from, Math.min(end, (int) from + size));
    }

    /** The page that is really served to request {@code number}, which asks for {@code page}; 0 = one without rows. */
    int pageServed(int page, long number) {
        return faults.faultOf(number) == Fault.EMPTY ? 0 : faults.pageServedFor(page);
    }
}

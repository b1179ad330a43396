package paymap.page;

import java.util.List;
import paymap.figures.PaySource;
import paymap.figures.Question;
import paymap.job.JobStore.Filter;

/**
 * A view held against what is stored.
 *
 * @param source where its rows are from; its question is that of the view
 * @param madeUpSites those of its sites whose rows are invented
 */
record Asked(View view, PaySource source, List<String> madeUpSites) {

    Asked {
        madeUpSites = List.copyOf(madeUpSites);
    }

    Question question() {
        return source.question();
    }

    /** Its rows; of several sites those of the first. */
    Filter filter() {
        return source.question().filter();
    }

    /** Whether groups are told apart by one thing, as pictures need it. */
    boolean isDrawn() {
        return question().by().by().size() == 1;
    }
}

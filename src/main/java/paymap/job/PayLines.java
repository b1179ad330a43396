package paymap.job;

import java.util.List;
import java.util.function.Consumer;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;

/** What every figure is made from: the frequency table of pay, wherever the rows are kept. */
public interface PayLines {

    /**
     * What the runs that found rows of a site searched for, the newest first, each as its newest run spells it; spellings
     * that differ only in the case of A to Z count as one. An empty one stands for rows taken in without a keyword.
     */
    List<String> keywords(String site);

    /**
     * Hands on the frequency table behind every figure, a line at a time and in no order that counts. Without columns
     * all rows are one group.
     *
     * @param by each at most once
     */
    void payGroups(Filter filter, List<Column> by, Consumer<PayGroup> reader);
}

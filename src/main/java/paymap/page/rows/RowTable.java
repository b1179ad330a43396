package paymap.page.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.PayLines;
import paymap.words.Words;

/**
 * The rows of all sites as they were stored at one moment. Each method throws {@link IllegalArgumentException} if it is
 * asked by company or title, which are not kept in memory. Immutable, for any number of threads.
 */
public final class RowTable implements PayLines {

    private final Rows rows;
    private final long version;

    private RowTable(Rows rows, long version) {
        this.rows = rows;
        this.version = version;
    }

    /**
     * Reads all rows, which takes seconds for a million.
     *
     * @throws paymap.job.StoreException if the store cannot be read
     */
    public static RowTable read(JobStore store) {
        long version = store.version(); // of before, so that what is changed meanwhile is read next time
        RowsReader reader = new RowsReader();
        store.lines(reader);
        return new RowTable(reader.rows(store::keywords), version);
    }

    /** What {@link JobStore#version} said before the rows were read. */
    public long version() {
        return version;
    }

    /** How many rows there are. */
    public int size() {
        return rows.ids().length;
    }

    /** All sites with rows, by name. */
    public List<String> sites() {
        return rows.sites().stream().map(Site::name).toList();
    }

    @Override
    public List<String> keywords(String site) {
        Site found = rows.site(site);
        return found == null ? List.of() : found.keywords();
    }

    @Override
    public void payGroups(Filter filter, List<Column> by, Consumer<PayGroup> reader) {
        List<int[]> columns = new ArrayList<>();
        by.forEach(column -> columns.add(rows.texts(column).of()));
        columns.add(rows.pay().of());
        Site site = rows.site(filter.site());
        if (site == null) {
            return;
        }
        Passing passing = Wanted.of(rows, site, filter);
        GroupCounts groups = new GroupCounts(columns);
        for (int row = site.from(); row < site.to(); row++) {
            if (passing.passes(row)) {
                groups.add(row, rows.openings()[row]);
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            reader.accept(line(groups, group, by));
        }
    }

    private PayGroup line(GroupCounts groups, int group, List<Column> by) {
        int row = groups.first(group);
        Pay pay = rows.pay().at(row);
        return new PayGroup(
                by.stream().map(column -> rows.texts(column).at(row)).toList(),
                pay.written(),
                pay.months(),
                groups.rows(group),
                groups.openings(group));
    }

    /** How many rows there would be by each value that can be chosen; nothing where the site has no rows. */
    public Facets facets(Filter filter) {
        return FacetCounts.of(rows, filter);
    }

    /**
     * The rows that a filter means and that stand behind a mark, a page at a time, ordered by city, title and salary.
     *
     * @param after the row that the page before ended with; null = the first page
     * @param most on a page, 1 or more
     * @throws IllegalArgumentException if there is no row {@code after}, as when it was forgotten meanwhile
     */
    public Listing ids(Filter filter, PostingsOf what, @Nullable Long after, int most) {
        Site site = rows.site(filter.site());
        if (site == null) {
            return new Listing(List.of(), 0, 0, null);
        }
        Passing passing = Wanted.of(rows, site, filter, what);
        int begin = after == null ? site.from() : place(site, after) + 1;
        List<Long> ids = new ArrayList<>();
        long before = 0;
        long total = 0;
        for (int row = site.from(); row < site.to(); row++) {
            if (passing.passes(row)) {
                total++;
                if (row < begin) {
                    before++;
                } else if (ids.size() < most) {
                    ids.add(rows.ids()[row]);
                }
            }
        }
        boolean isLast = before + ids.size() == total || ids.isEmpty();
        return new Listing(ids, before, total, isLast ? null : ids.get(ids.size() - 1));
    }

    private int place(Site site, long id) {
        for (int row = site.from(); row < site.to(); row++) {
            if (rows.ids()[row] == id) {
                return row;
            }
        }
        throw new IllegalArgumentException(
                Words.say("the posting that this page begins after is stored no more; begin at the first page"));
    }
}

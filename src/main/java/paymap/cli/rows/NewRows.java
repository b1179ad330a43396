package paymap.cli.rows;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Json;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.export.AtomFeed;
import paymap.figures.Question;
import paymap.job.JobRow;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.MadeUpData;
import paymap.words.Sentence;
import paymap.words.Words;

/**
 * What was first seen since a moment.
 *
 * @param filter which rows are meant, whenever they were seen last
 * @param madeUp whether any of them is invented
 * @param since the moment
 * @param rows the newest of them, the newest first
 * @param all how many there are, 0 or more
 * @param collected when rows of the filter were collected
 */
record NewRows(
        Filter filter, boolean madeUp, Instant since, List<JobRow> rows, long all, JobStore.Collected collected) {

    /**
     * Reads all and keeps some.
     *
     * @param asked its own {@code since} does not count
     * @param most to keep, 1 or more
     * @throws paymap.cli.console.CommandFailed if no row is as asked for, new or not
     */
    static NewRows of(JobStore store, Filter asked, Instant since, int most) {
        Filter filter = always(asked);
        List<JobRow> rows = new ArrayList<>();
        AtomicLong all = new AtomicLong();
        store.newRows(filter, since, row -> {
            if (all.getAndIncrement() < most) {
                rows.add(row);
            }
        });
        if (all.get() == 0) {
            TrendReport.requireRows(store, filter);
        }
        String none = since.toString();
        return new NewRows(
                filter,
                store.madeUp(filter),
                since,
                rows,
                all.get(),
                store.collected(filter).orElse(new JobStore.Collected(none, none)));
    }

    /**
     * Prints them for scripts, as they are read, with the names of an export.
     *
     * @param most to print, 1 or more
     * @throws paymap.cli.console.CommandFailed likewise
     */
    static void print(JobStore store, Filter asked, Instant since, int most, PrintStream out) {
        Filter filter = always(asked);
        AtomicLong all = new AtomicLong();
        store.newRows(filter, since, row -> {
            long number = all.getAndIncrement();
            if (number < most) {
                out.print((number == 0 ? "[ " : ", ") + Json.text(tree(row)));
            }
        });
        if (all.get() == 0) {
            TrendReport.requireRows(store, filter);
        }
        out.println(all.get() == 0 ? "[ ]" : " ]");
    }

    private static Filter always(Filter asked) {
        return new Filter(asked.site(), asked.keywords(), asked.cities(), null, asked.conditions());
    }

    private static Map<String, @Nullable Object> tree(JobRow row) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<@Nullable Object> values = row.values();
        for (int i = 0; i < values.size(); i++) {
            tree.put(JobRow.COLUMNS.get(i).name(), values.get(i));
        }
        return tree;
    }

    String text(int columns) {
        if (all == 0) {
            return Table.prose(
                    Table.safe(Words.say("%s: no row was first seen since %s.", named(), LocalTime.of(since))),
                    columns);
        }
        String heading = Words.say(
                "%s: %s first seen since %s, the newest first.", named(), Words.count(all, "row"), LocalTime.of(since));
        StringBuilder text = new StringBuilder(Table.prose(Table.safe(heading), columns));
        Instant first = moment(collected.first());
        if (!first.isBefore(since)) {
            text.append(Table.prose(
                    Words.say("Nothing was collected before %s, so every row counts as new.", LocalTime.of(first)),
                    columns));
        }
        text.append(NewTable.text(rows, columns));
        if (all > rows.size()) {
            text.append(Words.say("... and %,d more; --top N shows more.", all - rows.size()))
                    .append('\n');
        }
        return text.toString();
    }

    private String named() {
        String named = MadeUpData.named(filter.site(), madeUp);
        if (!filter.keywords().isEmpty()) {
            named = Words.say("%s, %s", named, Words.list(filter.keywords()));
        }
        for (Sentence condition : Question.byCity(filter).conditions()) {
            named = Words.say("%s, %s", named, condition.said());
        }
        return named;
    }

    /** What stands above them in a feed: one of the same question keeps its id. */
    AtomFeed.Head head() {
        String conditions =
                filter.conditions().isNone() ? "" : filter.conditions().toString();
        return new AtomFeed.Head(
                filter.site() + filter.keywords() + filter.cities() + conditions,
                Words.say("New at %s", named()),
                moment(collected.last()));
    }

    /** Of what somebody wrote into the database by hand nothing is known but that it may be new. */
    private Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return since;
        }
    }
}

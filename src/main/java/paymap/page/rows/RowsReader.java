package paymap.page.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import paymap.job.JobStore.Line;
import paymap.page.rows.Rows.Coded;
import paymap.page.rows.Rows.Others;

/** Takes in one row after the other. */
final class RowsReader implements Consumer<Line> {

    private static final int AT_FIRST = 1_024;

    /** A column that grows. */
    private static final class Growing<T> {
        private final Ints numbers = new Ints();
        private final Codes<T> codes = new Codes<>();

        void add(T value) {
            numbers.add(codes.of(value));
        }

        Coded<T> coded() {
            return new Coded<>(numbers.all(), codes);
        }
    }

    /** How a site wrote pay. */
    private record Written(String salary, int months) {}

    private record Beginning(String site, int row) {}

    private long[] ids = new long[AT_FIRST];
    private int size;
    private final Ints openings = new Ints();
    private final List<Beginning> sites = new ArrayList<>();
    private final List<Growing<String>> texts = Stream.generate(() -> new Growing<String>())
            .limit(Line.COLUMNS.size())
            .toList();
    private final Ints pay = new Ints();
    private final Codes<Written> written = new Codes<>();
    private final Growing<String> lastSeen = new Growing<>();
    private final Growing<Set<String>> searches = new Growing<>();

    @Override
    public void accept(Line line) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        if (sites.isEmpty() || !sites.get(sites.size() - 1).site.equals(line.site())) {
            sites.add(new Beginning(line.site(), size));
        }
        ids[size++] = line.id();
        openings.add((int) Math.min(line.pay().openings(), Integer.MAX_VALUE));
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).add(line.pay().values().get(i));
        }
        pay.add(written.of(new Written(line.pay().salary(), line.pay().salaryMonths())));
        lastSeen.add(line.lastSeen());
        searches.add(line.keywords());
    }

    /** @param keywords of a site, the newest first */
    Rows rows(Function<String, List<String>> keywords) {
        return new Rows(
                Arrays.copyOf(ids, size),
                openings.all(),
                sites(keywords),
                texts.stream().map(Growing::coded).toList(),
                new Others(new Coded<>(pay.all(), pays()), lastSeen.coded(), searches.coded()));
    }

    private Codes<Pay> pays() {
        Codes<Pay> pays = new Codes<>();
        for (int i = 0; i < written.size(); i++) {
            pays.of(Pay.of(written.value(i).salary, written.value(i).months));
        }
        return pays;
    }

    private List<Site> sites(Function<String, List<String>> keywords) {
        List<Site> found = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Beginning site = sites.get(i);
            int to = i + 1 < sites.size() ? sites.get(i + 1).row : size;
            found.add(new Site(site.site, site.row, to, keywords.apply(site.site)));
        }
        return found;
    }
}

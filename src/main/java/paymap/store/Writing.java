package paymap.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import paymap.store.sql.Sql;

/** What all who put rows among the jobs in one transaction have in common. Of no use after it. */
final class Writing {

    private record Place(String site, String city) {}

    /** Texts that hide pay are empty or stars, and stand before all others in the order of {@code jobs_by_pay}. */
    private static final String HIDES = "SELECT 1 FROM jobs WHERE site = ? AND city = ? AND salary < '+' LIMIT 1";

    private final Sql sql;
    private final Ids ids;
    private final Set<Place> locked = new HashSet<>();
    private final Map<Place, Boolean> hides = new HashMap<>();

    private Writing(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    static Writing in(Sql sql) throws SQLException {
        return new Writing(sql, Ids.ofJobs(sql));
    }

    Sql sql() {
        return sql;
    }

    Ids ids() {
        return ids;
    }

    /** Who writes rows of a city has it alone until the transaction ends: two would wait for each other's rows, or miss them. */
    void lock(String site, String city) throws SQLException {
        if (locked.add(new Place(site, city))) {
            sql.lock("jobs|" + site + "|" + city);
        }
    }

    /** Whether rows of a city that is locked may hide their pay: asked once, as few cities have any and rows are many. */
    boolean mayHidePay(String site, String city) throws SQLException {
        Place place = new Place(site, city);
        Boolean known = hides.get(place);
        if (known == null) {
            known = sql.first(HIDES, row -> true, site, city) != null;
            hides.put(place, known);
        }
        return known;
    }

    /** A row is there from now on. */
    void added(String site, String city, String salary) {
        if (mayHide(salary)) {
            hides.put(new Place(site, city), true);
        }
    }

    /** Whether a text stands where those do that hide pay. */
    static boolean mayHide(String salary) {
        return salary.compareTo("+") < 0;
    }
}

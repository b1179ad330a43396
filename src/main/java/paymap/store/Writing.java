package paymap.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import paymap.store.sql.Sql;

/** What all who put rows among the jobs in one transaction have in common. Of no use after it. */
final class Writing {

    private record Place(String site, String city) {}

    private static final class City {
        private boolean locked;
        private boolean asked;
        private boolean hides;
    }

    /** Texts that hide pay are empty or stars, and stand before all others in the order of {@code jobs_by_pay}. */
    private static final String HIDES = "SELECT 1 FROM jobs WHERE site = ? AND city = ? AND salary < '+' LIMIT 1";

    private final Sql sql;
    private final Ids ids;
    private final Map<Place, City> cities = new HashMap<>();
    private Place latest = new Place("", "");
    private City latestCity = new City();

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

    /**
     * Who writes rows of a city has it alone until the transaction ends: two would wait for each other's rows, or miss
     * them.
     */
    void lock(String site, String city) throws SQLException {
        City known = city(site, city);
        if (!known.locked) {
            sql.lock("jobs|" + site + "|" + city);
            known.locked = true;
        }
    }

    /** Whether rows of a city that is locked may hide their pay: asked once, as few cities have any and rows are many. */
    boolean mayHidePay(String site, String city) throws SQLException {
        City known = city(site, city);
        if (!known.asked) {
            known.hides = sql.isThere(HIDES, site, city);
            known.asked = true;
        }
        return known.hides;
    }

    /** A row is there from now on. */
    void added(String site, String city, String salary) {
        if (mayHide(salary)) {
            City known = city(site, city);
            known.hides = true;
            known.asked = true;
        }
    }

    /** Rows of one city mostly come one after the other. */
    private City city(String site, String city) {
        if (!latest.city.equals(city) || !latest.site.equals(site)) {
            latest = new Place(site, city);
            latestCity = cities.computeIfAbsent(latest, any -> new City());
        }
        return latestCity;
    }

    /** Whether a text stands where those do that hide pay. */
    static boolean mayHide(String salary) {
        return salary.compareTo("+") < 0;
    }
}

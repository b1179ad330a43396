package paymap.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.age.CitySights;
import paymap.job.age.CitySights.Group;
import paymap.job.age.CitySights.Reading;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;

/** Which of the runs that read a city to its end saw its rows. */
public final class AgeQueries {

    /** Runs of one search that read a city to its end; place counts them from 0, by their time. */
    private static final String READINGS = """
            SELECT c.city, r.id AS run, r.source, r.started,
                row_number() OVER (PARTITION BY c.city ORDER BY r.started, r.id) - 1 AS place
            FROM runs r JOIN run_cities c ON c.run_id = r.id
            WHERE r.site = ? AND r.kind = 'crawl' AND r.per_city = 0 AND c.to_end = 1 AND lower(r.keyword) = ?""";

    private static final String GROUPS = """
            SELECT city, first, last, times, posted, count(*) AS n FROM (
                SELECT j.city, min(w.place) AS first, max(w.place) AS last, count(*) AS times, j.posted
                FROM readings w JOIN run_jobs f ON f.run_id = w.run JOIN jobs j ON j.id = f.job_id AND j.city = w.city
                GROUP BY j.id) sights
            GROUP BY city, first, last, times, posted ORDER BY city, first, last, times, posted""";

    private AgeQueries() {}

    public static List<CitySights> sights(Database database, String site, String keyword, List<String> cities) {
        String readings = READINGS + (cities.isEmpty() ? "" : " AND c.city IN " + Where.marks(cities));
        List<Object> values = new ArrayList<>(List.of(site, Where.folded(keyword)));
        values.addAll(cities);
        return database.snapshot(sql -> sights(sql, readings, values.toArray()));
    }

    private static List<CitySights> sights(Sql sql, String readings, Object[] values) throws SQLException {
        Map<String, List<Reading>> runs = new LinkedHashMap<>();
        sql.each(
                readings + " ORDER BY c.city, place",
                row -> runs.computeIfAbsent(row.getString("city"), city -> new ArrayList<>())
                        .add(reading(row)),
                values);
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        sql.each(
                "WITH readings AS (" + readings + ") " + GROUPS,
                row -> groups.computeIfAbsent(row.getString("city"), city -> new ArrayList<>())
                        .add(group(row)),
                values);
        return runs.entrySet().stream()
                .map(city ->
                        new CitySights(city.getKey(), city.getValue(), groups.getOrDefault(city.getKey(), List.of())))
                .toList();
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(row.getLong("run"), row.getString("source"), Sql.instant(row, "started"));
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getInt("first"),
                row.getInt("last"),
                row.getInt("times"),
                day(row.getString("posted")),
                row.getLong("n"));
    }

    /** Null where nobody said, and where somebody else wrote something else there. */
    private static @Nullable LocalDate day(@Nullable String posted) {
        try {
            return posted == null ? null : LocalDate.parse(posted);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

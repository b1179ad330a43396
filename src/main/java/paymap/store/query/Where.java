package paymap.store.query;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.store.sql.Sql;

/**
 * Which rows a filter means, as SQL. Of its conditions all but that of pay, which {@link PayCheck} looks at.
 *
 * @param sql a condition
 * @param values of its question marks
 */
public record Where(String sql, @Nullable Object... values) {

    /** Of the table {@code jobs}. Steps and districts are looked up among the texts that rows of the site have. */
    static Where jobs(Sql sql, Filter filter) throws SQLException {
        Builder where = new Builder("site = ?", filter.site());
        Conditions conditions = filter.conditions();
        where.in("city", filter.cities());
        if (!filter.keywords().isEmpty()) {
            where.and(
                    "id IN (SELECT job_id FROM run_jobs j JOIN runs r ON r.id = j.run_id WHERE r.site = ?"
                            + " AND lower(r.keyword) IN " + marks(filter.keywords()) + ")",
                    filter.site());
            where.values.addAll(folded(filter.keywords()));
        }
        if (filter.since() != null) {
            // Without the Z a time with parts of a second sorts after the whole second, as it should.
            where.and("rtrim(last_seen, 'Z') >= ?", bare(filter.since()));
        }
        if (!conditions.experience().isEmpty()) {
            where.texts(sql, "experience", text -> conditions.experience().contains(Experience.read(text)));
        }
        if (!conditions.education().isEmpty()) {
            where.texts(sql, "education", text -> conditions.education().contains(Education.read(text)));
        }
        if (!conditions.districts().isEmpty()) {
            List<String> wanted = conditions.districts().stream()
                    .map(Conditions::bareDistrict)
                    .toList();
            where.texts(sql, "district", text -> wanted.contains(Conditions.bareDistrict(text)));
        }
        where.anyPart("company", conditions.companies());
        conditions.titleWords().forEach(word -> where.anyPart("title", List.of(word)));
        return where.built();
    }

    /** Those of them that were first seen at a moment or later. */
    Where firstSeen(Instant moment) {
        List<@Nullable Object> more = new ArrayList<>(Arrays.asList(values));
        more.add(bare(moment));
        return new Where(sql + " AND rtrim(first_seen, 'Z') >= ?", more.toArray());
    }

    private static String bare(Instant since) {
        String text = Sql.text(since);
        return text.substring(0, text.length() - 1);
    }

    /** Of the table {@code runs}, named r: those that fit, whatever they found. */
    static Where runs(Filter filter) {
        Builder where = new Builder("r.site = ?", filter.site());
        if (!filter.keywords().isEmpty()) {
            where.and("lower(r.keyword) IN " + marks(filter.keywords()));
            where.values.addAll(folded(filter.keywords()));
        }
        if (!filter.cities().isEmpty()) {
            where.and("EXISTS (SELECT 1 FROM run_cities c WHERE c.run_id = r.id AND c.city IN " + marks(filter.cities())
                    + ")");
            where.values.addAll(filter.cities());
        }
        if (filter.since() != null) {
            where.and("rtrim(coalesce(r.ended, r.started), 'Z') >= ?", bare(filter.since()));
        }
        return where.built();
    }

    /** A list for IN; of no values nothing is in it. */
    public static String marks(List<String> values) {
        return values.isEmpty() ? "(NULL)" : "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    /** Texts as {@code lower} writes those of the store: it knows A to Z and no other letters. */
    static List<String> folded(List<String> values) {
        return values.stream().map(Where::folded).toList();
    }

    static String folded(String value) {
        StringBuilder folded = new StringBuilder(value);
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            folded.setCharAt(i, letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter);
        }
        return folded.toString();
    }

    /** Conditions that must all be met. */
    private static final class Builder {

        private final StringBuilder where;
        private final List<@Nullable Object> values = new ArrayList<>();

        /** @param site whose texts are looked up, the value of the first mark */
        Builder(String condition, String site) {
            where = new StringBuilder(condition);
            values.add(site);
        }

        void and(String condition, String... marks) {
            where.append(" AND ").append(condition);
            values.addAll(List.of(marks));
        }

        void in(String column, List<String> wanted) {
            if (!wanted.isEmpty()) {
                and(column + " IN " + marks(wanted));
                values.addAll(wanted);
            }
        }

        /** That a column holds one of the texts that pass, an empty one where it holds none. */
        void texts(Sql sql, String column, Predicate<String> passes) throws SQLException {
            List<String> found = sql.all(
                    "SELECT DISTINCT coalesce(" + column + ", '') FROM jobs WHERE site = ?",
                    row -> row.getString(1),
                    values.get(0));
            List<String> passing = found.stream().filter(passes).toList();
            // A row of the index jobs_by_pay is judged by its bare column, so that the table is left alone.
            and("(" + column + " IN " + marks(passing) + (passing.contains("") ? " OR " + column + " IS NULL" : "")
                    + ")");
            values.addAll(passing);
        }

        void anyPart(String column, List<String> parts) {
            if (!parts.isEmpty()) {
                String one = "instr(lower(" + column + "), ?) > 0";
                and("(" + String.join(" OR ", Collections.nCopies(parts.size(), one)) + ")");
                values.addAll(folded(parts));
            }
        }

        Where built() {
            return new Where(where.toString(), values.toArray());
        }
    }
}

package paymap.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database whose rows a test writes itself, and looks at, in SQL. */
record HandMade(Path file) {

    static HandMade at(Path file) {
        return new HandMade(EmptyDatabase.at(file));
    }

    void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF"); // of many small writes each would wait for the disk
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run of 北京 and 上海 from one moment to another, both of this day; null = it did not end. */
    void run(int id, String site, String keyword, String started, String ended) {
        String end = ended == null ? "NULL" : "'2026-11-" + ended + "Z'";
        execute(
                "INSERT INTO runs (id, plan, site, keyword, per_city, started, ended, complete) VALUES (" + id
                        + ", 'p', '" + site + "', '" + keyword + "', 9, '2026-11-" + started + "Z', " + end + ", "
                        + (ended == null ? 0 : 1) + ")",
                "INSERT INTO run_cities (run_id, place, city, page_size) VALUES (" + id + ", 0, '北京', 15), (" + id
                        + ", 1, '上海', 15)");
    }

    /** A row with its openings, each an id, its first and its last sight of this month; the row was seen as long. */
    void job(int id, String site, String city, String title, List<Integer> runs, String... openings) {
        String first = "9999";
        String last = "";
        List<String> statements = new ArrayList<>();
        for (String opening : openings) {
            String[] part = opening.split(" ", -1);
            String from = "2026-11-" + part[1] + "Z";
            String to = "2026-11-" + part[2] + "Z";
            first = from.compareTo(first) < 0 ? from : first;
            last = to.compareTo(last) > 0 ? to : last;
            statements.add("INSERT INTO openings VALUES (" + id + ", '" + part[0] + "', '" + from + "', '" + to + "')");
        }
        execute("INSERT INTO jobs (id, site, city, title, salary, openings, first_seen, last_seen) VALUES (" + id
                + ", '"
                + site + "', '" + city + "', '" + title + "', '10k-20k', " + openings.length + ", '" + first + "', '"
                + last + "')");
        runs.forEach(run -> statements.add("INSERT INTO run_jobs VALUES (" + run + ", " + id + ")"));
        execute(statements.toArray(new String[0]));
    }

    /** Each row's columns with | between them. */
    List<String> rows(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(found.getString(i));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

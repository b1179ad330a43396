package paymap.torture.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.TestServer;
import paymap.store.sqlite.DatabaseCheck;

/**
 * A database of either kind, looked into without any of paymap's own classes.
 *
 * @param name as {@code --db} takes it
 * @param jdbc as its driver does
 * @param file null = it is on a server
 */
record Base(String name, String jdbc, Path file) implements AutoCloseable {

    private static final List<String> ORPHANS = List.of(
            "openings o LEFT JOIN jobs j ON j.id = o.job_id WHERE j.id IS NULL",
            "run_jobs r LEFT JOIN jobs j ON j.id = r.job_id WHERE j.id IS NULL",
            "run_jobs r LEFT JOIN runs u ON u.id = r.run_id WHERE u.id IS NULL",
            "run_cities r LEFT JOIN runs u ON u.id = r.run_id WHERE u.id IS NULL",
            "pages p LEFT JOIN runs u ON u.id = p.run_id WHERE u.id IS NULL",
            "waiting_rows w LEFT JOIN runs u ON u.id = w.run_id WHERE u.id IS NULL",
            "run_positions p LEFT JOIN runs u ON u.id = p.run_id WHERE u.id IS NULL");

    private static final List<String> UNEQUAL = List.of(
            // Where what is counted is not what there is.
            "jobs j WHERE openings <> openings_without_id + (SELECT count(*) FROM openings o WHERE o.job_id = j.id)",
            "run_cities c WHERE stored <> (SELECT count(*) FROM run_jobs r JOIN jobs j ON j.id = r.job_id"
                    + " WHERE r.run_id = c.run_id AND j.city = c.city)",
            "(SELECT city, title, salary FROM jobs GROUP BY site, city, title, salary HAVING count(*) > 1) twice");

    static Base file(Path file) {
        return new Base(file.toString(), "jdbc:sqlite:" + file, file);
    }

    /** A new database on the server of this build. */
    static Base onServer() {
        PostgresAddress address = TestServer.database();
        return new Base(address.shown(), address.jdbc() + "?user=postgres", null);
    }

    boolean isFile() {
        return file != null;
    }

    /** Whether it has all tables yet. */
    boolean isMade() throws SQLException {
        if (isFile() && Files.notExists(file)) {
            return false;
        }
        String tables = isFile()
                ? "SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'"
                : "SELECT 1 FROM information_schema.tables WHERE table_name = 'flyway_schema_history'";
        return !rows(tables).isEmpty()
                && !rows("SELECT 1 FROM flyway_schema_history WHERE version = '" + DatabaseCheck.CURRENT + "'")
                        .isEmpty();
    }

    /** Each row as its columns, parted by {@code |}. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }

    void run(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** The distinct rows, in one order. */
    List<String> jobs() throws SQLException {
        return rows("SELECT city, title, salary, openings FROM jobs").stream()
                .sorted()
                .toList();
    }

    /** What its engine and its own counts say of it, in words; empty = nothing is wrong. */
    List<String> flaws() throws SQLException {
        List<String> flaws = new ArrayList<>();
        for (String check : isFile() ? List.of("PRAGMA integrity_check", "PRAGMA foreign_key_check") : amchecks()) {
            flaws.addAll(rows(check));
        }
        flaws.remove("ok");
        for (List<String> all : List.of(ORPHANS, UNEQUAL)) {
            for (String each : all) {
                if (!rows("SELECT 1 FROM " + each).isEmpty()) {
                    flaws.add(each);
                }
            }
        }
        return flaws;
    }

    /** Of each table and index that is ours; where the server lacks the tool, none. */
    private List<String> amchecks() throws SQLException {
        if (rows("SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'").isEmpty()) {
            return List.of();
        }
        run("CREATE EXTENSION IF NOT EXISTS amcheck");
        String ours = " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' ";
        return List.of(
                "SELECT c.relname, m.msg" + ours + ", verify_heapam(c.oid) m WHERE c.relkind = 'r'",
                "SELECT relname FROM (SELECT c.relname, bt_index_check(c.oid, true)::text AS found" + ours
                        + "JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am a ON a.oid = c.relam AND a.amname = 'btree')"
                        + " checked WHERE found <> ''"); // it throws where something is wrong
    }

    @Override
    public void close() {
        if (!isFile()) {
            TestServer.run("DROP DATABASE " + name.replaceFirst(".*/", "") + " WITH (FORCE)");
        }
    }
}

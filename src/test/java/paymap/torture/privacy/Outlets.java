package paymap.torture.privacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Everything that paymap makes of a database: tables, files of each format, pictures, pages. */
final class Outlets {

    private final Path folder;
    private final String database;

    Outlets(Path folder, Path database) {
        this.folder = folder;
        this.database = database.toString();
    }

    /** What each command said; what they write lies in the folder. */
    List<Ran> all() throws Exception {
        List<Ran> said = new ArrayList<>();
        for (List<String> command : List.of(
                List.of("stats", "--all-sites", "--all-keywords"),
                List.of("stats", "--all-sites", "--all-keywords", "--json", "--by", "company"),
                List.of("stats", "--all-sites", "--all-keywords", "--csv", "--by", "district"),
                List.of("stats", "--new", "--atom", path("feed.atom")),
                List.of("stats", "--age"),
                List.of("runs", "--verbose"),
                List.of("runs", "--json"),
                List.of("doctor", "--json"),
                List.of("export", "--all-sites", "--out", path("rows.csv")),
                List.of("export", "--all-sites", "--excel", "--out", path("excel.csv")),
                List.of("export", "--all-sites", "--out", path("rows.jsonl")),
                List.of("export", "--all-sites", "--out", path("rows.parquet")),
                List.of("export", "--all-sites", "--out", path("rows.xlsx")),
                List.of("export", "--all-sites", "--partition-by", "site,month", "--out", path("parts")))) {
            said.add(ran(command));
        }
        for (String site : sites()) {
            said.add(ran(List.of(
                    "chart",
                    "--site",
                    site,
                    "--all-keywords",
                    "--format",
                    "png,svg,echarts",
                    "--out",
                    path("charts-" + said.size()))));
            said.add(ran(List.of("forget", "--site", site, "--dry-run")));
        }
        said.add(new ServedPages(database).all());
        return said;
    }

    private List<String> sites() throws Exception {
        return Db.rows(Path.of(database), "SELECT DISTINCT site FROM jobs ORDER BY 1");
    }

    private Ran ran(List<String> command) {
        return Ran.paymap(
                Map.of(),
                Stream.concat(command.stream(), Stream.of("--db", database)).toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}

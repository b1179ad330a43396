package paymap.torture.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.Ran;

/** Whatever stands in a board's page beside what is stored is nowhere afterwards. */
class PlantedMarkersTest {

    @TempDir
    Path folder;

    private final Markers markers = new Markers();

    @Test
    void everyFormOfEveryBoardWithMarkersEverywhereGivesItsRowsAndNothingElse() throws Exception {
        Path plain = imported("plain", false);
        Path planted = imported("planted", true);

        String rows =
                "SELECT site, city, title, salary, company, district, experience, education, posted, openings FROM jobs"
                        + " ORDER BY site, city, title, salary";
        assertEquals(
                String.join("\n", Db.rows(plain, rows)),
                String.join("\n", Db.rows(planted, rows)),
                "markers changed what was read");
        assertEquals(5, Db.rows(planted, "SELECT DISTINCT site FROM jobs").size());
        assertTrue(markers.planted() > 3000, "only " + markers.planted() + " markers");
        assertNothing(planted);
    }

    @Test
    void whatIsStoredByRightWouldBeFoundInEveryOutlet() throws Exception {
        String title = markers.text("the title");
        Path db = folder.resolve("paymap.db");
        Path rows = Files.writeString(folder.resolve("rows"), "title,salary,city\n" + title + ",1k-2k,北京\n");
        assertEquals(0, Ran.imported(db, rows, "--site", "a").exitCode());
        Files.delete(rows);

        Written written = new Written(markers);
        List<Ran> said = new Outlets(folder, db).all();
        written.below(folder);
        written.said("the pages", said.get(said.size() - 1).out());

        Set<String> where = new TreeSet<>(written.found().keySet());
        assertTrue(
                where.containsAll(List.of(
                                "paymap.db",
                                "paymap.db, table jobs",
                                "rows.csv",
                                "excel.csv",
                                "rows.jsonl",
                                "rows.parquet, read",
                                "feed.atom",
                                "the pages"))
                        && where.stream().anyMatch(name -> name.startsWith("rows.xlsx, ")),
                where.toString());
        assertTrue(Markers.knowsItsDisguises());
    }

    private Path imported(String name, boolean isPlanted) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        Path inputs = Files.createDirectories(folder.resolve(name + "-inputs"));
        List<String> args = Saved.importInto(own);
        for (Sample sample : Samples.all()) {
            Markers added = isPlanted ? markers : new Markers();
            String text = !isPlanted
                    ? sample.text()
                    : sample.isJson()
                            ? new PlantedJson(sample, markers).everywhere()
                            : new PlantedHtml(sample, markers).everywhere();
            for (Map.Entry<String, String> file :
                    new Saved(sample.with(text), added).forms().entrySet()) {
                args.add(Files.writeString(inputs.resolve(file.getKey()), file.getValue())
                        .toString());
            }
        }
        Ran ran = Ran.paymap(args.toArray(String[]::new));
        Files.writeString(own.resolve("out"), ran.out());
        Files.writeString(own.resolve("err"), ran.err());
        assertTrue(ran.exitCode() == 0 || ran.exitCode() == 3, ran.err());
        return own.resolve("paymap.db");
    }

    private void assertNothing(Path db) throws Exception {
        Written written = new Written(markers);
        int number = 0;
        for (Ran ran : new Outlets(db.getParent(), db).all()) {
            written.said("command " + number++, ran.out() + ran.err());
        }
        written.below(db.getParent());
        assertEquals(Map.of(), written.found(), written.searched());
    }
}

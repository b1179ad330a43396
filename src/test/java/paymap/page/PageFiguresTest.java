package paymap.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import paymap.markup.Html;
import paymap.page.rows.RowTables;
import paymap.page.web.Handler;
import paymap.page.web.Request;
import paymap.page.web.Response.Whole;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;
import paymap.words.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What views are answered, beside what the commands tell of the same rows. */
class PageFiguresTest {

    @TempDir
    private static Path folder;

    private static Path db;
    private static SqlStore store;
    private static RowTables tables;
    private static Map<String, Handler> routes;

    @BeforeAll
    static void open() throws Exception {
        db = MadeUpPostings.database(folder);
        store = SqliteStore.openToRead(db);
        tables = RowTables.open(SqliteStore.openToRead(db));
        Stock stock = new Stock(store, tables::table, InstantSource.system());
        PostingLinks links = (site, id) -> Optional.of(URI.create("https://" + site + ".example/" + id));
        routes = new Pages(
                        stock,
                        new Gallery(stock, null, "no pictures"),
                        links,
                        new Frame("/s", "/j", "/i"),
                        v -> Html.none())
                .routes();
    }

    @AfterAll
    static void close() {
        tables.close();
        store.close();
    }

    private static Whole answer(String address) {
        URI uri = URI.create(address);
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Arrays.stream(raw.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(parts[0], any -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        });
        Request request = new Request("GET", uri.getPath(), query, Language.ENGLISH, Map.of());
        return (Whole) routes.get(uri.getPath()).answer(request);
    }

    private static String text(String address) {
        return new String(answer(address).body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void figuresAreThoseOfStatsForTwentyRandomFilters() {
        Random random = new Random(12);
        int equal = 0;
        for (int i = 0; i < 20; i++) {
            Map<String, String> chosen = chosen(random);
            Map<Param, List<String>> values = new LinkedHashMap<>();
            List<String> options = new ArrayList<>(List.of("stats", "--json", "--db", db.toString()));
            chosen.forEach((name, value) -> {
                values.put(Param.of(name), List.of(value.split(",")));
                options.addAll(List.of("--" + name, value));
            });
            values.computeIfPresent(Param.BY, (by, names) -> List.of(String.join(",", names)));
            Ran stats = Ran.paymap(options.toArray(String[]::new));
            String address = new View(values).at("/pay.json");

            if (stats.exitCode() == 0) {
                equal++;
                assertEquals(200, answer(address).status(), text(address));
                assertEquals(without(stats.json()), without(json(text(address))), chosen.toString());
            } else {
                // A district of another city is refused; other conditions may leave nothing.
                assertTrue(
                        answer(address).status() == 400
                                || json(text(address)).path("groups").isEmpty(),
                        chosen + stats.err());
            }
        }
        assertTrue(equal > 10, "so many have rows: " + equal);
    }

    private static JsonNode without(JsonNode tree) {
        ((tools.jackson.databind.node.ObjectNode) tree).remove("note");
        return tree;
    }

    private static Map<String, String> chosen(Random random) {
        Map<String, String> chosen = new LinkedHashMap<>();
        put(chosen, random, "site", "large", "small");
        put(chosen, random, "keyword", "java");
        put(chosen, random, "city", "北京", "北京,上海", "深圳");
        put(chosen, random, "experience", "3-5", "none,1-3", "unstated");
        put(chosen, random, "education", "bachelor", "college,master");
        put(chosen, random, "district", "海淀区", "海淀,徐汇");
        put(chosen, random, "min-pay", "15000", "22000");
        put(chosen, random, "by", "city", "experience", "keyword", "city,education", "site", "district");
        put(chosen, random, "basis", "month", "package");
        if ("small".equals(chosen.get("site")) || "site".equals(chosen.get("by"))) {
            chosen.remove("keyword");
        }
        return chosen;
    }

    private static void put(Map<String, String> chosen, Random random, String name, String... values) {
        int which = random.nextInt(values.length * 2);
        if (which < values.length) {
            chosen.put(name, values[which]);
        }
    }

    @Test
    void csvIsThatOfStats() {
        assertEquals(Ran.paymap("stats", "--csv", "--db", db.toString()).out(), text("/pay.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?x=1",
                "/?city=nowhere",
                "/?keyword=rust",
                "/?site=other",
                "/?district=nowhere",
                "/?experience=many",
                "/?since=soon",
                "/?min-pay=30k&max-pay=20k",
                "/?by=company",
                "/?by=city,city",
                "/?basis=year",
                "/?lang=fr",
                "/?site=large&site=small",
                "/?pay=told",
                "/postings?pay=much",
                "/postings?group=a&group=b",
                "/postings?after=-1",
                "/postings?after=999999",
                "/average.png?scale=9",
                "/pay.json?after=3"
            })
    void whatIsUnknownIsRefusedWithASentence(String address) {
        Whole whole = answer(address);

        assertEquals(400, whole.status(), address);
        assertTrue(new String(whole.body(), StandardCharsets.UTF_8).contains("<p class=\"finding\">"), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?city=bj&city=sh", "/?city=&min-pay=20k&max-pay=", "/?by=city&basis=month"})
    void theAddressOfAFormBecomesThatOfTheView(String address) {
        Whole whole = answer(address);

        assertEquals(303, whole.status());
        assertEquals(
                200, answer(String.valueOf(whole.headers().get("Location"))).status());
    }

    @Test
    void everyPostingBehindAGroupIsListedOnceOverThePages() {
        int links = 0;
        String next = "/postings?group=" + "%E5%8C%97%E4%BA%AC";
        JsonNode beijing = json(text("/pay.json?city=bj".replace("bj", "%E5%8C%97%E4%BA%AC")))
                .path("cities")
                .path(0);
        while (next != null) {
            String page = text(next);
            links += page.split("rel=\"noreferrer external\"", -1).length - 1;
            var more = java.util.regex.Pattern.compile("href=\"([^\"]*after=[^\"]*)\"")
                    .matcher(page);
            next = null;
            while (more.find()) {
                if (page.indexOf("rel=\"next\"", more.end()) >= 0) {
                    next = more.group(1).replace("&amp;", "&");
                }
            }
        }
        assertEquals(
                beijing.path("n").asInt()
                        + beijing.path("not_in_mean").path("total").asInt(),
                links);
    }

    @Test
    void whatASiteWroteStaysText() {
        for (String address : List.of("/postings", "/postings?lang=zh")) {
            String page = text(address);
            assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), address);
            assertTrue(!page.contains("<script>"), address);
        }
    }
}

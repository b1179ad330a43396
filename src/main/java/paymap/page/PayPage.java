package paymap.page;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import paymap.chart.Pictures;
import paymap.chart.draw.CannotDraw;
import paymap.chart.draw.Fonts;
import paymap.chart.draw.PageFont;
import paymap.crawl.watch.Activity;
import paymap.job.JobStore;
import paymap.markup.Bundled;
import paymap.markup.Html;
import paymap.page.live.Live;
import paymap.page.live.LiveHandler;
import paymap.page.live.LiveHtml;
import paymap.page.rows.RowTables;
import paymap.page.web.Asset;
import paymap.page.web.Handler;
import paymap.page.web.Request;
import paymap.page.web.Routes;
import paymap.words.Language;

/** The page over a store: the way into this package. */
public final class PayPage {

    private static final String PROGRESS = "/progress";

    /** Until the page takes as long as it will. */
    private static final int ROUNDS = 3;

    /**
     * What the page is about.
     *
     * @param rows read as a whole; of which nobody else makes use
     * @param store asked for what few rows are; of which nobody else makes use
     * @param activity reads what is under way; called by one thread at a time
     * @param links to the boards
     */
    public record Parts(JobStore rows, JobStore store, Supplier<Activity> activity, PostingLinks links) {}

    private PayPage() {}

    /**
     * Reads all rows, which takes seconds for a million, and the fonts, and draws the first page.
     *
     * @throws paymap.job.StoreException if the store cannot be read
     */
    public static Routes routes(Parts parts, InstantSource clock) {
        RowTables tables = RowTables.open(parts.rows());
        Stock stock = new Stock(parts.store(), tables::table, clock);
        Asset regular = Asset.of("paymap.ttf", "font/ttf", PageFont.file(false));
        Asset bold = Asset.of("paymap-bold.ttf", "font/ttf", PageFont.file(true));
        String faces = face(regular, 400) + face(bold, 700);
        Asset style = Asset.of(
                "page.css",
                "text/css; charset=utf-8",
                utf8(faces + Bundled.text(PayPage.class, "page.css") + Pictures.css()));
        Asset script = Asset.of(
                "page.js",
                "text/javascript; charset=utf-8",
                utf8(Bundled.text(PayPage.class, "page.js") + Bundled.text(PayPage.class, "live/live.js")));
        Asset icon = Asset.of(PayPage.class, "icon.svg", "image/svg+xml");
        Live live = new Live(parts.activity(), clock);
        Pages pages = new Pages(
                stock,
                gallery(stock),
                parts.links(),
                new Frame(style.path(), script.path(), icon.path()),
                view -> section(live, view));
        Map<String, Handler> routes = new LinkedHashMap<>(pages.routes());
        List.of(regular, bold, style, script, icon).forEach(asset -> routes.put(asset.path(), asset.handler()));
        routes.put(PROGRESS, new LiveHandler(live, clock));
        draw(routes);
        return Routes.of(routes);
    }

    /** Draws the first page before anybody waits for it: it takes ten times as long as the next. */
    private static void draw(Map<String, Handler> routes) {
        Handler first = Objects.requireNonNull(routes.get("/"));
        try {
            for (int i = 0; i < ROUNDS; i++) {
                first.answer(new Request("GET", "/", Map.of(), Language.current(), Map.of()));
            }
        } catch (IllegalArgumentException e) {
            // Nothing is stored yet; the page says so when it is opened.
        }
    }

    /** Pictures are measured by this font, and with it Chinese shows on a machine without any. */
    private static String face(Asset font, int weight) {
        return "@font-face{font-family:paymap;font-weight:" + weight + ";font-display:swap;src:url(" + font.path()
                + ")}\n";
    }

    private static Gallery gallery(Stock stock) {
        try {
            return new Gallery(stock, Fonts.load(), "");
        } catch (CannotDraw e) {
            return new Gallery(stock, null, String.valueOf(e.getMessage()));
        }
    }

    private static Html section(Live live, View view) {
        View language = view.only(Param.LANG);
        return Html.made(LiveHtml.section(live.now(), language.at(PROGRESS), view.at("/") + "#live"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

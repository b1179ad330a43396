package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.Wording;
import paymap.export.FigureTree;
import paymap.figures.Answer;
import paymap.markup.Html;
import paymap.page.rows.Facets;
import paymap.page.web.Handler;
import paymap.page.web.Request;
import paymap.page.web.Response;
import paymap.page.web.Response.Whole;
import paymap.words.Words;

/** What is answered at which path. */
final class Pages {

    private static final int SEE_OTHER = 303;
    private static final int BAD_REQUEST = 400;
    private static final View ALL = new View(Map.of());

    private final Stock stock;
    private final Gallery gallery;
    private final PostingLinks links;
    private final Frame frame;
    private final Function<View, Html> live;

    /** @param live what is going on now, beside a view */
    Pages(Stock stock, Gallery gallery, PostingLinks links, Frame frame, Function<View, Html> live) {
        this.stock = stock;
        this.gallery = gallery;
        this.links = links;
        this.frame = frame;
        this.live = live;
    }

    /** By path. */
    Map<String, Handler> routes() {
        Map<String, Handler> routes = new LinkedHashMap<>();
        put(routes, "/", Param::isBeside, this::figures);
        put(routes, "/postings", param -> param == Param.SCALE, this::postings);
        put(routes, "/pay.json", Param::isBeside, this::json);
        put(routes, "/pay.csv", Param::isBeside, this::csv);
        gallery.files()
                .forEach((path, file) -> put(
                        routes,
                        path,
                        param -> param.isBeside() && (param != Param.SCALE || path.endsWith(".svg")),
                        file));
        routes.put("/help", this::help);
        return routes;
    }

    private interface Refused {
        boolean test(Param param);
    }

    private void put(Map<String, Handler> routes, String path, Refused refused, Function<Asked, Response> answer) {
        routes.put(path, request -> {
            try {
                return answer(request, refused, answer);
            } catch (Stock.Empty e) {
                return html(ALL, path, Words.say("Nothing stored yet"), empty());
            } catch (IllegalArgumentException e) {
                return problem(path, String.valueOf(e.getMessage()));
            }
        });
    }

    private Response answer(Request request, Refused refused, Function<Asked, Response> answer) {
        View view = View.of(request.query());
        view.chosen().keySet().stream().filter(refused::test).findFirst().ifPresent(param -> {
            throw new IllegalArgumentException(Words.say("\"%s\" says nothing to %s", param.code(), request.path()));
        });
        if (!view.isWritten(request.query())) {
            return new Whole(
                    SEE_OTHER, "text/plain; charset=utf-8", new byte[0], Map.of("Location", view.at(request.path())));
        }
        Response answered = answer.apply(stock.asked(view));
        boolean isSameUntilRowsAre = !request.path().equals("/") && view.value(Param.SINCE) == null;
        return isSameUntilRowsAre && answered instanceof Whole whole
                ? whole.tagged(stock.rows().version() + Language.spoken().code() + view.at(request.path()))
                : answered;
    }

    private Response figures(Asked asked) {
        Facets facets = stock.facets(asked);
        Figures figures = new Figures(stock, asked);
        Answer answer = figures.answer();
        MainPage page = new MainPage(asked, facets, answer);
        Html now = live.apply(asked.view());
        Optional<ChartData> data = figures.drawn(Gallery.shown(asked));
        if (data.isEmpty()) {
            return html(asked.view(), "/", Words.say("No posting is as you want it"), page.nothing(now));
        }
        String title = MainPage.title(asked, new Wording(data.get(), Language.spoken(), null));
        return html(asked.view(), "/", title, page.page(data.get(), gallery.html(asked, data.get()), now));
    }

    private Response postings(Asked asked) {
        stock.facets(asked);
        return html(asked.view(), "/postings", PostingsPage.title(), new PostingsPage(stock, asked, links).page());
    }

    private Response json(Asked asked) {
        stock.facets(asked);
        return Whole.json(FigureTree.json(new Figures(stock, asked).tree()));
    }

    private Response csv(Asked asked) {
        stock.facets(asked);
        return Whole.of(
                        "text/csv; charset=utf-8",
                        new Figures(stock, asked).csv().getBytes(StandardCharsets.UTF_8))
                .named("pay.csv");
    }

    private Response help(Request request) {
        try {
            View view = View.of(request.query());
            return html(view, "/help", HelpPage.title(), HelpPage.page(view));
        } catch (IllegalArgumentException e) {
            return problem("/help", String.valueOf(e.getMessage()));
        }
    }

    private static List<Html> empty() {
        return List.of(
                tag("div", "one")
                        .add(
                                tag("main")
                                        .with("id", "main")
                                        .add(
                                                tag("h1").add(Words.say("Nothing stored yet")),
                                                tag("p", "finding")
                                                        .add(
                                                                Words.say(
                                                                        "paymap crawl collects postings, paymap import takes in what you saved; then look again.")))));
    }

    private Response problem(String path, String sentence) {
        String title = Words.say("That cannot be shown");
        List<Html> parts = List.of(tag("div", "one")
                .add(tag("main")
                        .with("id", "main")
                        .add(
                                tag("h1").add(title),
                                tag("p", "finding").add(sentence),
                                tag("p").add(link("/", Words.say("All figures"))))));
        return html(ALL, path, title, parts).withStatus(BAD_REQUEST);
    }

    private Whole html(View view, String path, String title, List<Html> parts) {
        return Whole.html(frame.page(view, path, title, parts));
    }
}

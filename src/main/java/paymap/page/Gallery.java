package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.chart.ChartKind;
import paymap.chart.Pictures;
import paymap.chart.draw.Fonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Postings;
import paymap.chart.pictures.Sheet;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.page.web.Response;
import paymap.page.web.Response.Whole;
import paymap.salary.Basis;
import paymap.words.Words;

/** The pictures of a view, in the page and as files. */
final class Gallery {

    /** All of them would make a page of half a megabyte. */
    private static final Set<ChartKind> USUAL = EnumSet.of(ChartKind.AVERAGE, ChartKind.DISTRIBUTION);

    private final Stock stock;
    private final @Nullable Fonts fonts;
    private final String why;

    /**
     * @param fonts for as long as pages are shown; null = this machine cannot draw
     * @param why it cannot, a sentence
     */
    Gallery(Stock stock, @Nullable Fonts fonts, String why) {
        this.stock = stock;
        this.fonts = fonts;
        this.why = why;
    }

    /** What stands in an address for a kind, e.g. {@code average}. */
    static String code(ChartKind kind) {
        return kind.file().substring(kind.file().indexOf('-') + 1);
    }

    /** The pictures of the data; none where groups are told apart by two things. */
    Html html(Asked asked, ChartData data) {
        if (!asked.isDrawn()) {
            return tag("p", "hint")
                    .add(Words.say("Pictures have one name for each group: compare by one thing to see them."));
        }
        if (fonts == null) {
            return tag("p", "warning").add(why);
        }
        Pictures pictures = Pictures.of(fonts, data, Language.spoken(), null);
        Tag section =
                tag("section").with("id", "pictures").add(tag("h2").add(Words.say("Pictures")), kinds(asked.view()));
        Set<ChartKind> chosen = shown(asked);
        return section.add(ChartKind.IN_READING_ORDER.stream()
                .filter(chosen::contains)
                .map(kind -> figure(asked, pictures, kind))
                .toList());
    }

    /** Links to the same view with other pictures. */
    private static Html kinds(View view) {
        Set<ChartKind> chosen = shown(view);
        Tag kinds = tag("ul", "kinds");
        ChartKind.IN_READING_ORDER.forEach(kind -> {
            Tag link = link(view.with(Param.PICTURE, code(kind)).at("/") + "#pictures", words(kind));
            kinds.add(tag("li").add(chosen.contains(kind) ? link.with("aria-current", "true") : link));
        });
        return kinds;
    }

    private static String words(ChartKind kind) {
        return switch (kind) {
            case AVERAGE -> Words.say("Averages");
            case DISTRIBUTION -> Words.say("Distribution");
            case BOX -> Words.say("Box plots");
            case BANDS -> Words.say("Bands of pay");
            case HEAT -> Words.say("Heat map");
            case AT_LEAST -> Words.say("At least so much");
            case TREND -> Words.say("Trend");
            case EXPERIENCE -> Words.say("By experience");
            case EDUCATION -> Words.say("By education");
            case LADDER -> Words.say("Experience, crossed");
            case LIKE_FOR_LIKE -> Words.say("Like for like");
            case DAY_RATES -> Words.say("Day rates");
        };
    }

    private static Html figure(Asked asked, Pictures pictures, ChartKind kind) {
        String code = code(kind);
        Postings.Links links = postings -> address(asked.view(), postings);
        Pictures.Inline wide;
        try {
            wide = pictures.inline(kind, Sheet.WIDE, "w-" + code, links);
        } catch (IllegalArgumentException lacking) {
            return tag("p", "hint").add(Words.say("%s: %s.", words(kind), lacking.getMessage()));
        }
        Pictures.Inline phone = pictures.inline(kind, Sheet.PHONE, "p-" + code, links);
        Tag caption = tag("figcaption");
        List.of(".svg", ".png")
                .forEach(ending -> caption.add(
                        link(
                                        asked.view().at("/" + code + ending),
                                        ending.substring(1).toUpperCase(Locale.ROOT))
                                .with("aria-label", Words.say("%s: %s", wide.title(), ending.substring(1))),
                        Html.text(" ")));
        return tag("figure")
                .with("id", code)
                .add(
                        tag("h3").add(wide.title()),
                        tag("div", "wide").add(Html.made(wide.svg())),
                        tag("div", "phone").add(Html.made(phone.svg())),
                        caption);
    }

    /** Where a mark leads: the view with what its postings have in common. */
    static String address(View view, Postings postings) {
        View there = view.ofFigures();
        List<String> group = new ArrayList<>();
        var by = view.by().dimensions();
        for (var member : postings.group().members()) {
            if (by.contains(member.dimension())) {
                group.add(member.value());
            } else {
                there = Names.step(there, member);
            }
        }
        there = postings.unit() == PayUnit.of(view.basis())
                ? there
                : there.with(Param.BASIS, Basis.valueOf(postings.unit().name()).code());
        return span(there.with(Param.GROUP, group), postings).at("/postings");
    }

    private static View span(View view, Postings postings) {
        if (postings.isWhole()) {
            return view;
        }
        long from = (long) Math.floor(postings.from());
        View there = view.with(Param.FROM, Long.toString(from));
        if (postings.to() == Double.POSITIVE_INFINITY) {
            return there;
        }
        // One midpoint need not be a whole number, and an address of it is easier to read.
        long to = postings.to() == postings.from() ? from + 1 : (long) Math.ceil(postings.to());
        return there.with(Param.TO, Long.toString(to));
    }

    Map<String, Function<Asked, Response>> files() {
        Map<String, Function<Asked, Response>> files = new LinkedHashMap<>();
        for (ChartKind kind : ChartKind.IN_READING_ORDER) {
            files.put(
                    "/" + code(kind) + ".svg",
                    asked -> Whole.of(
                            "image/svg+xml", drawn(asked, kind).svg(kind).getBytes(StandardCharsets.UTF_8)));
            files.put(
                    "/" + code(kind) + ".png",
                    asked -> Whole.of("image/png", drawn(asked, kind).png(kind, scale(asked))));
        }
        return files;
    }

    private static int scale(Asked asked) {
        String scale = asked.view().value(Param.SCALE);
        return scale == null ? 2 : Integer.parseInt(scale);
    }

    private Pictures drawn(Asked asked, ChartKind kind) {
        if (fonts == null) {
            throw new IllegalArgumentException(why);
        }
        if (!asked.isDrawn()) {
            throw new IllegalArgumentException(Words.say("pictures compare by one thing, not by two"));
        }
        Fonts loaded = fonts;
        return new Figures(stock, asked)
                .drawn(EnumSet.of(kind))
                .map(data -> Pictures.of(loaded, data, Language.spoken(), null))
                .orElseThrow(() -> new IllegalArgumentException(Words.say("No posting is as you want it")));
    }

    /** The pictures in the page, and all that is read for them. */
    static Set<ChartKind> shown(Asked asked) {
        return asked.isDrawn() ? shown(asked.view()) : EnumSet.of(ChartKind.AVERAGE);
    }

    private static Set<ChartKind> shown(View view) {
        EnumSet<ChartKind> chosen = EnumSet.noneOf(ChartKind.class);
        view.values(Param.PICTURE).forEach(code -> chosen.add(ChartKind.of(code)));
        return chosen.isEmpty() ? USUAL : chosen;
    }
}

package paymap.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.CannotDraw;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Fonts;
import paymap.chart.draw.PngWriter;
import paymap.chart.draw.SvgWriter;
import paymap.chart.echarts.Frame;
import paymap.chart.echarts.Option;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Findings;
import paymap.chart.figures.Language;
import paymap.chart.figures.Wording;
import paymap.chart.pictures.DrawingContext;
import paymap.chart.pictures.Picture;
import paymap.chart.pictures.Sheet;
import paymap.words.Words;

/** Draws the pictures and writes the report: the way into this package. */
public final class Charts {

    /**
     * What is wanted.
     *
     * @param folder made where it is missing; files of the same names are replaced
     * @param languages at least one; the report opens in the first
     * @param formats of the pictures; the report holds its own
     * @param only these charts; empty = all that suit the data
     * @param heading the user's own words above each title; null = none
     */
    public record Order(
            Path folder,
            List<Language> languages,
            Set<Format> formats,
            Set<ChartKind> only,
            @Nullable String heading) {

        /** @throws IllegalArgumentException if no language is given */
        public Order {
            languages = List.copyOf(languages);
            formats = Set.copyOf(formats);
            only = Set.copyOf(only);
            if (languages.isEmpty()) {
                throw new IllegalArgumentException(Words.say("no language is named; allowed: %s", "zh, en"));
            }
        }
    }

    /**
     * What was done.
     *
     * @param files that were written, the report first
     * @param finding one sentence
     * @param notes what the user should know, whole sentences
     * @param trouble why there are no pictures, a sentence; empty when all is well
     */
    public record Result(List<Path> files, String finding, List<String> notes, String trouble) {}

    private final ChartData data;
    private final Order order;
    private final Map<String, String> beside;
    private final List<ChartKind> kinds;
    private final List<String> notes = new ArrayList<>();

    private Charts(ChartData data, Order order, Map<String, String> beside) {
        this.data = data;
        this.order = order;
        this.beside = beside;
        this.kinds = kinds(data, order);
    }

    /**
     * Draws.
     *
     * @param beside other files to put beside the report, which holds them too: their text by their name, in the order of
     *     the map
     * @throws IllegalArgumentException if the folder cannot be used, or a chart is asked for that the data cannot fill
     * @throws IOException if writing fails on the way; what was in the folder before is still there
     */
    public static Result draw(ChartData data, Order order, Map<String, String> beside) throws IOException {
        return new Charts(data, order, beside).draw();
    }

    private static List<ChartKind> kinds(ChartData data, Order order) {
        for (ChartKind kind : order.only()) {
            String lack = kind.lacks(data);
            if (!lack.isEmpty()) {
                throw new IllegalArgumentException(lack);
            }
        }
        return List.of(ChartKind.values()).stream()
                .filter(kind ->
                        order.only().isEmpty() ? kind.suits(data) : order.only().contains(kind))
                .toList();
    }

    private Result draw() throws IOException {
        try (ChartFolder folder = ChartFolder.open(order.folder())) {
            String trouble = "";
            try {
                folder.write("index.html", new Report(drawn(folder), beside, "").html());
            } catch (CannotDraw e) {
                trouble = String.valueOf(e.getMessage());
                folder.clear();
                folder.write("index.html", new Report(undrawn(), beside, trouble).html());
            }
            for (Map.Entry<String, String> file : beside.entrySet()) {
                folder.write(file.getKey(), file.getValue());
            }
            return published(folder, trouble);
        }
    }

    private List<Report.Part> drawn(ChartFolder folder) throws IOException, CannotDraw {
        List<Report.Part> parts = new ArrayList<>();
        try (Fonts fonts = Fonts.load()) {
            for (Language language : order.languages()) {
                parts.add(part(folder, wording(language), fonts));
            }
            if (!fonts.missing().isEmpty()) {
                notes.add(Words.say("the bundled font has no %s; pictures show a ?", Words.list(fonts.missing())));
            }
        } catch (LinkageError | InternalError e) {
            throw CannotDraw.because(e);
        }
        return parts;
    }

    private Report.Part part(ChartFolder folder, Wording words, Fonts fonts) throws IOException {
        Map<ChartKind, Report.Drawn> pictures = new EnumMap<>(ChartKind.class);
        for (ChartKind kind : kinds) {
            Picture picture = kind.picture(new DrawingContext(words, fonts, Sheet.WIDE));
            Drawing wide = picture.drawing();
            SvgWriter.Painted painted = SvgWriter.painted(wide);
            Drawing phone =
                    kind.picture(new DrawingContext(words, fonts, Sheet.PHONE)).drawing();
            String name = kind.file() + "-" + words.language().code();
            pictures.put(
                    kind,
                    new Report.Drawn(
                            wide.title(),
                            painted.svg(SvgWriter.Home.PAGE, "c" + name),
                            SvgWriter.of(phone, SvgWriter.Home.PAGE, "p" + name),
                            files(folder, new Forms(wide, painted, option(kind, words, picture)), name)));
        }
        return new Report.Part(words, pictures);
    }

    private static Supplier<Option> option(ChartKind kind, Wording words, Picture picture) {
        return () -> {
            Drawing drawing = picture.drawing();
            return kind.option(new Frame(words, drawing.title(), picture.finding(), drawing.description()));
        };
    }

    /** A picture as each format wants it. */
    private record Forms(Drawing drawing, SvgWriter.Painted painted, Supplier<Option> option) {}

    private List<String> files(ChartFolder folder, Forms forms, String name) throws IOException {
        List<String> files = new ArrayList<>();
        for (Format format : Format.values()) {
            if (order.formats().contains(format)) {
                files.add(name + "." + format.ending());
                try (OutputStream out = folder.file(name + "." + format.ending())) {
                    write(forms, format, out);
                }
            }
        }
        return files;
    }

    private static void write(Forms forms, Format format, OutputStream out) throws IOException {
        switch (format) {
            case ECHARTS -> out.write(forms.option().get().json().getBytes(StandardCharsets.UTF_8));
            case PNG -> PngWriter.write(forms.drawing(), out);
            case SVG ->
                out.write(forms.painted().svg(SvgWriter.Home.FILE, "chart").getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Report.Part> undrawn() {
        return order.languages().stream()
                .map(language -> new Report.Part(wording(language), Map.of()))
                .toList();
    }

    private Wording wording(Language language) {
        return new Wording(data, language, order.heading());
    }

    private Result published(ChartFolder folder, String trouble) throws IOException {
        List<Path> files = new ArrayList<>(folder.publish());
        List<String> leftovers = folder.leftovers();
        if (!leftovers.isEmpty()) {
            notes.add(Words.say("from an earlier run, not drawn by this one: %s", Words.list(leftovers)));
        }
        if (!data.trend().mixed().isEmpty()) {
            notes.add(Words.say(
                    "no trend, because the runs searched for different things: %s",
                    Words.list(data.trend().mixed())));
        }
        files.sort((a, b) -> Boolean.compare(!a.endsWith("index.html"), !b.endsWith("index.html")));
        return new Result(List.copyOf(files), new Findings(wording(Language.spoken())).headline(), notes, trouble);
    }
}

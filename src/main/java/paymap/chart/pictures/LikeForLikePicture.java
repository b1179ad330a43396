package paymap.chart.pictures;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.LadderFindings;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;

/** The raw mean of each group beside the one like for like, as if all asked for the same experience and education. */
public final class LikeForLikePicture extends RowPicture {

    private static final double KEY = 28;
    private static final double RADIUS = 6.5;
    private static final Color ALIKE = new Color(0x0072b2);

    private final double highest;
    private final double step;

    /** Lays out what the data have. */
    public LikeForLikePicture(DrawingContext context) {
        super(
                context,
                Rows.height(context.data().shown().size(), 48, 38, 28),
                List.of(
                        Rows.Column.pay(context, context.say("直接平均", "raw mean"), PayFigures::mean),
                        new Rows.Column(context.say("同口径", "like for like"), city -> alike(context, city)),
                        new Rows.Column(context.say("格内 n", "n in cells"), city -> rows(context, city)),
                        Rows.Column.n(context)));
        double most = cities.stream()
                .mapToDouble(city -> Math.max(
                        city.isEnough() ? city.mean() : 0,
                        adjusted(context, city).map(LikeForLikePicture::mean).orElse(0.0)))
                .max()
                .orElse(0);
        // The label right of the rightmost dot needs room.
        double room = rows.plotRight() - rows.plotLeft();
        highest = Math.max(context.unit().of(1000), most * room / (room - 70));
        step = Scale.step(highest, Math.max(3, (int) (room / 62)));
    }

    private static Optional<Adjusted> adjusted(DrawingContext context, PayFigures city) {
        return context.data().details().adjusted(city.group());
    }

    private static double mean(Adjusted adjusted) {
        Double mean = adjusted.mean();
        return mean == null ? 0 : mean;
    }

    private static String alike(DrawingContext context, PayFigures city) {
        return adjusted(context, city).map(own -> context.k(mean(own))).orElse("–");
    }

    private static String rows(DrawingContext context, PayFigures city) {
        return adjusted(context, city)
                .map(own -> NumberFormats.count(own.rows()))
                .orElse("–");
    }

    @Override
    PictureLayout.Words words() {
        List<String> notes = new ArrayList<>(context.wording().listed());
        notes.add(0, cells(context.data().details().likeForLike()));
        return new PictureLayout.Words(
                context.say(
                        "直接平均与同口径的平均",
                        "Like for like beside raw, " + context.noun().by()),
                new LadderFindings(context.wording()).likeForLike(),
                context.say(
                        "空心点：直接平均；实心点：假如" + context.noun().every() + "的" + mix() + "构成相同时的平均。",
                        "Hollow: the mean as it is. Filled: the mean if every "
                                + context.noun().one() + " had the same mix of " + mix() + "."),
                notes);
    }

    private String mix() {
        return switch (context.data().by()) {
            case EXPERIENCE -> context.say("学历", "education");
            case EDUCATION -> context.say("经验", "experience");
            case CITY, DISTRICT, KEYWORD, SITE, COMPANY -> context.say("经验和学历", "experience and education");
        };
    }

    private String cells(@Nullable LikeForLike<?, ?> likeForLike) {
        if (likeForLike == null) {
            return "";
        }
        long left = likeForLike.groups().values().stream()
                .mapToLong(Adjusted::leftOut)
                .sum();
        String cells = NumberFormats.count(likeForLike.cells().size());
        String rows = NumberFormats.count(likeForLike.total());
        boolean one = likeForLike.cells().size() == 1;
        return context.say(
                "同口径：按" + mix() + "分格，取各方都有至少 " + LikeForLike.FEWEST_ROWS + " 个职位的 " + cells + " 格，共 " + rows
                        + " 个职位，每格权重对各方相同；其他格的 " + NumberFormats.count(left) + " 个职位不计入。样本很小的不参加比较。",
                "Like for like rests on the " + cells + (one ? " cell" : " cells") + " of " + mix()
                        + " in which each has "
                        + LikeForLike.FEWEST_ROWS + " postings or more, " + rows + " postings, weighed alike for all; "
                        + NumberFormats.count(left) + " in other cells are left out. Small samples take no part.");
    }

    @Override
    String inWords(PayFigures city) {
        if (!city.isEnough()) {
            return context.sentence(city, context.wording().tooFew(city));
        }
        String alike = adjusted(context, city)
                .map(own -> context.say("，同口径 ", ", like for like ")
                        + context.k(mean(own))
                        + context.say(
                                "（" + NumberFormats.count(own.rows()) + " 个职位）",
                                " (of " + NumberFormats.count(own.rows()) + ")"))
                .orElse("");
        return context.sentence(
                city,
                context.say("直接平均 ", "raw mean ")
                        + context.k(city.mean())
                        + alike
                        + context.say("，n = ", ", n = ")
                        + NumberFormats.count(city.n()));
    }

    @Override
    boolean withBands() {
        return false;
    }

    @Override
    double head() {
        return KEY;
    }

    private Scale scale() {
        return new Scale(0, highest, rows.plotLeft(), rows.plotRight());
    }

    @Override
    void paintHead(Painter painter, double bodyTop) {
        double y = bodyTop + 10;
        double x = context.sheet().margin() + RADIUS + 1;
        dot(painter, x, y, false);
        String raw = context.say("直接平均", "raw mean");
        painter.left(raw, x + 14, y + 4.5, TextStyle.SMALL, Palette.MUTED);
        x += 14 + painter.width(raw, TextStyle.SMALL) + 28;
        dot(painter, x, y, true);
        painter.left(context.say("同口径的平均", "mean like for like"), x + 14, y + 4.5, TextStyle.SMALL, Palette.MUTED);
    }

    @Override
    void paintField(Painter painter, double top) {
        rows.grid(painter, top, scale(), step, context::tick);
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        double y = rowTop + rows.plotHeight() / 2;
        if (!city.isEnough()) {
            String words = context.wording().tooFew(city);
            painter.labelOnPaper(
                    words, scale().from() + 8, y + 4.5, TextStyle.SMALL, Palette.MUTED, Painter.Align.LEFT);
            return;
        }
        Optional<Adjusted> adjusted = adjusted(context, city);
        painter.pointed(context.whole(inWords(city), city), () -> {
            if (adjusted.isPresent()) {
                dumbbell(painter, y, city.mean(), mean(adjusted.get()));
            } else {
                alone(painter, y, city);
            }
        });
    }

    private void dumbbell(Painter painter, double y, double raw, double alike) {
        double from = scale().at(raw);
        double to = scale().at(alike);
        painter.line(from, y, to, y, Palette.MUTED, 2.4);
        dot(painter, from, y, false);
        dot(painter, to, y, true);
        boolean right = alike >= raw;
        label(painter, context.k(raw), from, y, !right, TextStyle.SMALL);
        label(painter, context.k(alike), to, y, right, TextStyle.SMALL_BOLD);
    }

    private void alone(Painter painter, double y, PayFigures city) {
        double at = scale().at(city.mean());
        dot(painter, at, y, false);
        String words = context.say("（样本很小，不调整）", " (small sample, not adjusted)");
        label(
                painter,
                context.k(city.mean()) + words,
                at,
                y,
                at < (scale().from() + scale().to()) / 2,
                TextStyle.SMALL);
    }

    private static void label(Painter painter, String text, double x, double y, boolean right, TextStyle style) {
        double at = right ? x + RADIUS + 5 : x - RADIUS - 5;
        Painter.Align align = right ? Painter.Align.LEFT : Painter.Align.RIGHT;
        painter.labelOnPaper(text, at, y + 4.5, style, Palette.INK, align);
    }

    private static void dot(Painter painter, double x, double y, boolean filled) {
        Ellipse2D dot = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        painter.fill(dot, filled ? ALIKE : Palette.PAPER);
        painter.outline(dot, filled ? ALIKE : Palette.INK, 1.8);
    }
}

package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.chart.ReportText;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Wording;
import paymap.figures.Answer;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.figures.PayFigures;
import paymap.figures.Shown;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.page.rows.PayTold;
import paymap.salary.LikeForLike.Adjusted;

/** The figures of a view as a table: each row leads to its postings. */
final class FigureTable {

    private static final String NONE = "–";

    private final View view;
    private final Answer answer;
    private final Wording words;
    private final Set<Group> adjusted;

    /** @param words of the same data */
    FigureTable(View view, Answer answer, Wording words) {
        this.view = view.ofFigures();
        this.answer = answer;
        this.words = words;
        this.adjusted = answer.compared().map(means -> means.groups().keySet()).orElse(Set.of()).stream()
                .filter(group -> mean(group) != null)
                .collect(Collectors.toSet());
    }

    Html html() {
        String title = ReportText.tableTitle(words);
        Tag table = tag("table").add(tag("caption").add(title), head());
        Tag body = tag("tbody");
        Shown.all(answer).groups().forEach(group -> body.add(row(group)));
        return tag("div", "scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", title)
                .add(table.add(body));
    }

    private Html head() {
        Tag row = tag("tr");
        answer.question()
                .by()
                .dimensions()
                .forEach(dimension -> row.add(column(dimension.words()).with("class", "name")));
        Stream.of("n", words.say("平均数", "Mean"), words.say("中位数", "Median"), "P25", "P75")
                .forEach(name -> row.add(column(name)));
        if (!adjusted.isEmpty()) {
            row.add(column(words.say("同口径", "Like for like")));
        }
        return tag("thead")
                .add(row.add(column(words.say("未计入", "Not in figures")).with("class", "why")));
    }

    private static Tag column(String name) {
        return tag("th").with("scope", "col").add(name);
    }

    private Html row(PayFigures figures) {
        Tag row = tag("tr");
        View behind = behind(view, figures.group());
        List<Member> members = figures.group().members();
        for (int i = 0; i < members.size(); i++) {
            String name = Names.group(new Group(List.of(members.get(i))));
            Tag cell = i == 0 ? tag("th").with("scope", "row") : tag("td", "name");
            row.add(i == 0 ? cell.add(link(behind.at("/postings"), name)) : cell.add(name));
        }
        row.add(cell(NumberFormats.count(figures.n()) + words.small(figures)));
        Stream.of(
                        figures.rows().mean(),
                        figures.rows().median(),
                        figures.rows().p25(),
                        figures.rows().p75())
                .forEach(amount -> row.add(cell(whole(amount))));
        if (!adjusted.isEmpty()) {
            row.add(cell(whole(mean(figures.group()))));
        }
        return row.add(left(figures, behind));
    }

    /** Quantiles of no row are null; a stream of them needs somebody who says so. */
    private static String whole(@Nullable Double amount) {
        return amount == null ? NONE : NumberFormats.whole(amount);
    }

    private @Nullable Double mean(Group group) {
        return answer.adjusted(group).map(Adjusted::mean).orElse(null);
    }

    private Html left(PayFigures figures, View behind) {
        long left = figures.rows().notInMean();
        String reasons = words.reasons(figures.rows());
        Tag cell = tag("td", "why");
        if (figures.rows().undisclosed() > 0) {
            cell.add(link(
                    behind.with(Param.PAY, PayTold.UNDISCLOSED.code()).at("/postings"), NumberFormats.count(left)));
        } else {
            cell.add(NumberFormats.count(left));
        }
        return reasons.isEmpty() ? cell : cell.add(words.say("（" + reasons + "）", " (" + reasons + ")"));
    }

    private static Tag cell(String words) {
        return tag("td").add(words);
    }

    /** The postings of a group. */
    static View behind(View view, Group group) {
        return view.with(
                Param.GROUP, group.members().stream().map(Member::value).toList());
    }
}

package paymap.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.NotInMean;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.JobStore.Filter;
import paymap.job.Keywords;
import paymap.salary.LikeForLike;
import paymap.salary.SalaryStatistics;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What an object of JSON says of an answer: where the figures are from, and the figures. Codes and numbers alone. */
public final class FigureTree {

    private FigureTree() {}

    /**
     * Of which rows figures are.
     *
     * @param keywords what was searched for
     * @param by what the figures are told apart by; none = all rows are one group
     * @param madeUpSites those of the question whose rows are invented
     * @param note a sentence; empty = there is nothing to note
     */
    public static Map<String, @Nullable Object> source(
            Question question, Keywords keywords, List<Dimension> by, List<String> madeUpSites, String note) {
        Filter filter = question.filter();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", question.filters().size() == 1 ? filter.site() : null);
        if (by.contains(Dimension.SITE)) {
            tree.put("sites", question.filters().stream().map(Filter::site).toList());
        }
        tree.put("made_up", !madeUpSites.isEmpty());
        tree.put("keyword", keywords.only());
        tree.put("keywords", keywords.taken());
        tree.put("other_keywords", keywords.left());
        if (!note.isEmpty()) {
            tree.put("note", note);
        }
        if (filter.since() != null) {
            tree.put("since", filter.since().toString());
        }
        tree.put("conditions", ConditionTree.of(filter));
        tree.put("by", by.stream().map(Dimension::code).toList());
        tree.put("basis", question.basis().code());
        tree.put("unit", question.unit().english());
        return tree;
    }

    /**
     * The figures of an answer.
     *
     * @param shown of its groups, in the order wanted
     * @param moreRows of the groups that are not shown
     * @param notInMean of all rows, each counted once
     * @param leftOutByPay null = there is no condition of pay
     */
    public static Map<String, @Nullable Object> figures(
            Answer answer,
            List<PayFigures> shown,
            long moreRows,
            NotInMean notInMean,
            @Nullable NotInMean leftOutByPay) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (answer.question().by().isBy(Dimension.CITY)) {
            tree.put("cities", cities(shown));
        }
        tree.put("groups", GroupRows.tree(answer, shown));
        tree.put("more_groups", (long) answer.groups().size() - shown.size());
        tree.put("more_rows", moreRows);
        tree.put("not_in_mean", notInMean.tree());
        if (leftOutByPay != null) {
            tree.put("left_out_by_pay", leftOutByPay.tree());
        }
        tree.put("like_for_like", likeForLike(answer));
        return tree;
    }

    /** The text of such an object. */
    public static String json(Map<String, @Nullable Object> tree) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(tree)
                + "\n";
    }

    /** An object a city, or whatever the figures are of, with the figures over its openings beside those over its rows. */
    public static List<Map<String, @Nullable Object>> cities(List<PayFigures> cities) {
        List<Map<String, @Nullable Object>> tree = new ArrayList<>();
        for (PayFigures city : cities) {
            Map<String, @Nullable Object> branch = new LinkedHashMap<>();
            city.group()
                    .members()
                    .forEach(member -> branch.put(member.dimension().code(), member.value()));
            branch.putAll(statistics(city.rows()));
            branch.put("not_in_mean", NotInMean.of(city.rows()).tree());
            branch.put("over_openings", statistics(city.openings()));
            tree.add(branch);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> statistics(SalaryStatistics statistics) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("n", statistics.n());
        branch.put("mean", tenths(statistics.mean()));
        branch.put("median", tenths(statistics.median()));
        branch.put("p25", tenths(statistics.p25()));
        branch.put("p75", tenths(statistics.p75()));
        return branch;
    }

    /** To a tenth; null stays null. */
    public static @Nullable Double tenths(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }

    private static @Nullable Map<String, Object> likeForLike(Answer answer) {
        LikeForLike<Group, Group> means = answer.compared().orElse(null);
        if (means == null) {
            return null;
        }
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("groups", means.groups().size());
        branch.put("cells", means.cells().size());
        branch.put("rows", means.total());
        branch.put("left_out", Answer.leftOut(means));
        return branch;
    }
}

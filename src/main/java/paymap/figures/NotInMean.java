package paymap.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Filter;
import paymap.job.PayLines;
import paymap.salary.Basis;
import paymap.salary.SalaryStatistics;
import paymap.words.Words;

/**
 * How many rows have no figure, by reason.
 *
 * @param openEnded with one end missing
 * @param undisclosed that name no pay
 * @param otherInterval paid for another interval than the figures are of
 * @param unreadable whose pay could not be read
 */
public record NotInMean(long openEnded, long undisclosed, long otherInterval, long unreadable) {

    /** Of one group. */
    public static NotInMean of(SalaryStatistics rows) {
        return new NotInMean(rows.openEnded(), rows.undisclosed(), rows.otherInterval(), rows.unreadable());
    }

    /** Of several, of which no row is in two. */
    public static NotInMean of(List<PayFigures> groups) {
        return new NotInMean(
                sum(groups, SalaryStatistics::openEnded),
                sum(groups, SalaryStatistics::undisclosed),
                sum(groups, SalaryStatistics::otherInterval),
                sum(groups, SalaryStatistics::unreadable));
    }

    /** Of all rows of an answer, each counted once: by keyword, a row that two searches found is in two groups. */
    public static NotInMean of(PayLines store, Answer answer) {
        return answer.question().by().dimensions().contains(Dimension.KEYWORD)
                ? bySite(store, answer.question())
                : of(answer.groups());
    }

    /** Of the rows that a condition of pay leaves out because they have none to compare; null = there is no such condition. */
    public static @Nullable NotInMean leftOutByPay(PayLines store, Question question) {
        if (question.filter().conditions().pay() == null) {
            return null;
        }
        List<Filter> ofAnyPay = question.filters().stream()
                .map(rows -> new Filter(
                        rows.site(),
                        rows.keywords(),
                        rows.cities(),
                        rows.since(),
                        rows.conditions().ofAnyPay()))
                .toList();
        return bySite(store, new Question(question.by(), question.basis(), ofAnyPay));
    }

    private static NotInMean bySite(PayLines store, Question question) {
        Grouping bySite = new Grouping(List.of(Dimension.SITE));
        return of(Answer.of(store, new Question(bySite, question.basis(), question.filters()))
                .groups());
    }

    private static long sum(List<PayFigures> groups, ToLongFunction<SalaryStatistics> count) {
        return groups.stream()
                .mapToLong(figures -> count.applyAsLong(figures.rows()))
                .sum();
    }

    public long total() {
        return openEnded + undisclosed + otherInterval + unreadable;
    }

    /** The reasons that there are, with counts; empty = none. */
    public String words(Basis basis) {
        List<String> reasons = new ArrayList<>();
        reason(reasons, openEnded, n -> Words.say("%d open-ended", n));
        reason(reasons, undisclosed, n -> Words.say("%d undisclosed", n));
        reason(reasons, otherInterval, n -> other(n, basis));
        reason(reasons, unreadable, n -> Words.say("%d unreadable", n));
        return Words.list(reasons);
    }

    private static String other(long n, Basis basis) {
        return switch (basis) {
            case MONTH, PACKAGE -> Words.say("%d by the day or hour", n);
            case WEEK -> Words.say("%,d not by the week", n);
            case DAY -> Words.say("%,d not by the day", n);
            case HOUR -> Words.say("%,d not by the hour", n);
        };
    }

    private static void reason(List<String> reasons, long count, LongFunction<String> words) {
        if (count > 0) {
            reasons.add(words.apply(count));
        }
    }

    /** For scripts. */
    public Map<String, Object> tree() {
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("total", total());
        branch.put("open_ended", openEnded);
        branch.put("undisclosed", undisclosed);
        branch.put("day_or_hour_rate", otherInterval);
        branch.put("unreadable", unreadable);
        return branch;
    }
}

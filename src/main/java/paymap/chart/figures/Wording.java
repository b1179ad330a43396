package paymap.chart.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.JobStore.Collected;
import paymap.job.MadeUpData;
import paymap.salary.SalaryStatistics;

/**
 * What is said about the data in one language.
 *
 * @param heading the user's own words above the title; null = none
 */
public record Wording(
        ChartData data, Language language, @Nullable String heading) {

    private static final char NO_BREAK = 0xa0;

    /** More than these would push the figures off the page; summary.json has all. */
    private static final int MOST_KEYWORDS = 12;

    /** In characters, a Chinese one counting double: the name of a company must leave room for what it pays. */
    private static final int LONGEST_NAME = 30;

    /** In characters; a longer one would leave a picture's title no room for what it shows. */
    private static final int LONGEST_SUBJECT = 24;

    /** The one of two texts that is in this language. */
    public String say(String chinese, String english) {
        return language.say(chinese, english);
    }

    /** What the groups are called. */
    public Noun noun() {
        return Noun.of(data.by());
    }

    /** What pay is counted by. */
    public PayUnit unit() {
        return data.unit();
    }

    /** The group as this language calls it. */
    public String name(PayFigures city) {
        return name(city.group());
    }

    /** The group as this language calls it; a long name is cut. */
    public String name(Group group) {
        return group.members().isEmpty()
                ? say("全部职位", "all postings")
                : GroupNames.cut(GroupNames.of(group, language), LONGEST_NAME);
    }

    /** What is said of one city: its name, a colon, the words and a full stop. */
    public String sentence(PayFigures city, String words) {
        return name(city) + say("：", ": ") + words + say("。", ".");
    }

    /** {@code n = 100}, with a word of warning where that is few. */
    public String n(PayFigures city) {
        return "n = " + NumberFormats.count(city.n()) + (small(city).isEmpty() ? "" : say("，样本很小", ", small sample"));
    }

    /** A word of warning behind a count in brackets; empty where the sample is not small, or none. */
    public String small(PayFigures city) {
        return city.isSmall() && city.n() > 0 ? say("（少）", " (small)") : "";
    }

    /** {@code mean 25.6k · median 25.0k · n = 100}, as it stands above a plot on a phone. */
    public String summary(PayFigures city) {
        return city.n() == 0
                ? tooFew(city)
                : say("平均 ", "mean ") + unit().k(city.mean()) + say(" · 中位数 ", " · median ")
                        + unit().k(city.median()) + " · n = " + NumberFormats.count(city.n())
                        + small(city);
    }

    /** {@code Beijing, 20–30k: 31% (30 of 98)}. */
    public String share(PayFigures city, String what, long count) {
        return name(city)
                + say("，", ", ")
                + what
                + say("：", ": ")
                + NumberFormats.percent(count / (double) city.n())
                + say(
                        "（" + NumberFormats.count(city.n()) + " 个中的 " + NumberFormats.count(count) + " 个）",
                        " (" + NumberFormats.count(count) + " of " + NumberFormats.count(city.n()) + ")");
    }

    /** The cities that a picture does not draw: too small, or not asked for; a sentence each. */
    public List<String> listed() {
        List<String> sentences = new ArrayList<>();
        if (!data.listed().isEmpty()) {
            sentences.add(say(
                            "少于 " + PayFigures.ENOUGH + " 个职位，只列出：",
                            "Fewer than " + PayFigures.ENOUGH + " postings, so only listed: ")
                    + data.listed().stream()
                            .map(city -> name(city) + " (" + NumberFormats.count(city.n()) + ")")
                            .collect(Collectors.joining(say("、", ", ")))
                    + say("。", "."));
        }
        if (!data.leftOut().isEmpty()) {
            long postings = data.leftOut().stream()
                    .mapToLong(city -> city.rows().total())
                    .sum();
            int groups = data.leftOut().size();
            String more = NumberFormats.count(groups);
            sentences.add(say(
                    "另有 " + more + " " + noun().measured() + "（" + NumberFormats.count(postings) + " 个职位）"
                            + (noun() == Noun.CITY ? "按要求未列入。" : "未列入。"),
                    (noun() == Noun.CITY ? "Left out as asked: " : "Left out: ") + NumberFormats.count(postings)
                            + " postings " + noun().in() + " " + more + " more " + noun().of(groups) + "."));
        }
        return sentences;
    }

    /** Why a city has no shares and no box. */
    public String tooFew(PayFigures city) {
        return city.n() == 0
                ? say("没有可计入的薪资", "no pay that can be counted")
                : say("样本太少，只画出每个职位", "too few to sum up: each posting is a dot");
    }

    /** Where the rows are from, when, how many, and what the pay means. */
    public List<String> caption() {
        return List.of(source() + counts(), basis());
    }

    /** Whole sentences on where the rows are from. */
    public String source() {
        PaySource source = data.source();
        String site = source.madeUp() ? MadeUpData.bare(source.site()) : source.site();
        StringBuilder text = new StringBuilder(say("来源：", "Source: ") + site);
        if (source.madeUp()) {
            text.append(say("（虚构数据）", " (made-up data)"));
        }
        text.append(searched());
        if (source.since() != null) {
            text.append(say("；只含此时及以后见到的：", "; only seen since ")).append(source.since());
        }
        source.question()
                .conditions()
                .forEach(condition -> text.append(say("；", "; ")).append(condition.in(language.words())));
        if (source.collected() != null) {
            text.append(say("；采集日期（UTC）：", "; collected (UTC): ")).append(days(source.collected()));
        }
        return text + say("。", ". ");
    }

    /** The day, or the first and the last day, in UTC. */
    private static String days(Collected collected) {
        String first = day(collected.first());
        String last = day(collected.last());
        return first.equals(last) ? first : first + " – " + last;
    }

    private static String day(String time) {
        return time.substring(0, Math.min(10, time.length()));
    }

    private String searched() {
        List<String> taken = data.source().keywords().taken();
        if (data.source().keywords().isMixed() && noun() == Noun.KEYWORD) {
            return say("；关键词：", "; keywords: ") + keywords(taken);
        }
        if (data.source().keywords().isMixed()) {
            return say("；多个关键词合计：", "; keywords, taken together: ") + keywords(taken);
        }
        if (taken.isEmpty()) {
            return "";
        }
        return taken.get(0).isEmpty() ? say("；无关键词", "; no keyword") : say("；关键词：", "; keyword: ") + taken.get(0);
    }

    /** That rows of other searches are stored but not shown; empty where there are none. */
    public String left() {
        List<String> left = data.source().keywords().left();
        return left.isEmpty()
                ? ""
                : say("另有未计入的关键词：", "Also stored, but not in these figures: ") + keywords(left) + say("。", ".");
    }

    private String keywords(List<String> keywords) {
        List<String> names = new ArrayList<>();
        keywords.stream().limit(MOST_KEYWORDS).map(this::keyword).forEach(names::add);
        if (keywords.size() > MOST_KEYWORDS) {
            int more = keywords.size() - MOST_KEYWORDS;
            names.add(say("另外 " + more + " 个", more + " more"));
        }
        return String.join(say("、", ", "), names);
    }

    private String keyword(String keyword) {
        return keyword.isEmpty() ? say("无关键词", "no keyword") : keyword;
    }

    /**
     * A title that begins with what was searched for, so that reports on different jobs can be told apart; by keyword each
     * group says it.
     */
    public String titled(String title) {
        List<String> taken = data.source().keywords().taken();
        if (noun() == Noun.KEYWORD
                || taken.isEmpty()
                || (taken.size() == 1 && taken.get(0).isEmpty())) {
            return title;
        }
        String small = Character.toLowerCase(title.charAt(0)) + title.substring(1);
        return subject(taken) + say("：" + title, ": " + small);
    }

    private String subject(List<String> taken) {
        String all = taken.stream().map(this::keyword).collect(Collectors.joining(" + "));
        if (all.codePointCount(0, all.length()) <= LONGEST_SUBJECT) {
            return all;
        }
        return taken.size() > 1
                ? say(taken.size() + " 个关键词合计", taken.size() + " keywords together")
                : all.substring(0, all.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private String counts() {
        long left = data.total() - data.n();
        String all = say(
                "按“城市＋职位＋薪资”去重后共 " + NumberFormats.count(data.total()) + " 个职位",
                NumberFormats.count(data.total()) + " postings, distinct by city, title and pay");
        if (left == 0) {
            return all + say("，全部计入。", ", all in the figures.");
        }
        return all
                + say(
                        "，其中 " + NumberFormats.count(left) + " 个未计入：" + reasons() + "。",
                        ", of which " + NumberFormats.count(left) + " not in the figures: " + reasons() + ".");
    }

    /** What the pay means, a sentence or two. */
    public String basis() {
        return basisWords().sentence();
    }

    /** Which basis and unit, a few words for the axis of pay: {@code CNY a month}. */
    public String axis() {
        return basisWords().axis();
    }

    private BasisWords basisWords() {
        return new BasisWords(data.source().question().basis(), language);
    }

    private String reasons() {
        long[] sums = new long[4];
        for (PayFigures city : data.cities()) {
            SalaryStatistics figures = city.rows();
            sums[0] += figures.openEnded();
            sums[1] += figures.undisclosed();
            sums[2] += figures.dayOrHourRate();
            sums[3] += figures.unreadable();
        }
        return reasons(sums);
    }

    /** Why postings of one city are not in the figures; empty when all are. */
    public String reasons(SalaryStatistics figures) {
        return reasons(figures.openEnded(), figures.undisclosed(), figures.dayOrHourRate(), figures.unreadable());
    }

    private String reasons(long... sums) {
        List<String> names = List.of(
                say("只有上限或下限", "open-ended"),
                say("面议或未写", "undisclosed"),
                basisWords().otherInterval(),
                say("无法读取", "unreadable"));
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                // A no-break space keeps a count and its reason on one line.
                String count = NumberFormats.count(sums[i]);
                reasons.add(say(names.get(i) + NO_BREAK + count, count + NO_BREAK + names.get(i)));
            }
        }
        return String.join(say("，", ", "), reasons);
    }
}

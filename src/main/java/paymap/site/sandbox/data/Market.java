package paymap.site.sandbox.data;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.Titles.Seniority;

/**
 * What the postings of a city are like: where they are, whom they look for, and how well they pay. 北京 looks for more
 * experience and higher degrees than 上海, so that half of what it pays more is gone once like is compared with like.
 */
final class Market {
    /**
     * All of it invented, in the order everybody expects.
     *
     * @param pay what the city multiplies pay by
     * @param experience how it leans to more experience, 0 = as the shares are
     * @param education how it leans to higher degrees
     * @param silent share of the postings that name no pay
     */
    private record Leaning(double pay, double experience, double education, double silent) {}

    private static final Map<String, Leaning> LEANINGS = Map.of(
            "北京", new Leaning(1.1, 0.22, 0.45, 0.002),
            "上海", new Leaning(1, -0.08, -0.2, 0.0035),
            "深圳", new Leaning(0.91, -0.05, -0.1, 0.0015),
            "广州", new Leaning(0.78, -0.15, -0.35, 0.005));

    /** Real districts of the four big cities, those that pay best first; the companies in them are not real. */
    private static final Map<String, List<String>> DISTRICTS = Map.of(
            "北京", List.of("海淀区", "朝阳区", "西城区", "东城区", "丰台区", "大兴区", "石景山区", "昌平区", "通州区"),
            "上海", List.of("浦东新区", "徐汇区", "静安区", "长宁区", "黄浦区", "杨浦区", "闵行区", "虹口区", "普陀区", "嘉定区"),
            "广州", List.of("天河区", "海珠区", "越秀区", "黄埔区", "番禺区", "荔湾区", "白云区", "南沙区"),
            "深圳", List.of("南山区", "福田区", "宝安区", "龙岗区", "罗湖区", "龙华区", "光明区"));

    private static final List<String> ELSEWHERE = List.of("高新区", "开发区", "新城区", "中心区");
    private static final List<String> BIG_CITIES = List.of("北京", "上海", "深圳", "广州", "杭州", "成都");

    private static final double BEST_DISTRICT = 1.05;
    private static final double WORST_DISTRICT = 0.90;
    private static final double NO_DISTRICT = 0.004;

    private final String city;
    private final Leaning leaning;
    private final List<String> districts;

    private Market(String city) {
        this.city = city;
        this.leaning = LEANINGS.getOrDefault(city, elsewhere(SeededHash.of("market", city)));
        this.districts = DISTRICTS.getOrDefault(city, ELSEWHERE);
    }

    static Market of(String city) {
        return new Market(city);
    }

    /** The market of a posting in a list: one of the big cities where the list is of the whole country. */
    static Market in(String listed, Random random) {
        return of(listed.equals(Postings.WHOLE_COUNTRY) ? BIG_CITIES.get(random.nextInt(BIG_CITIES.size())) : listed);
    }

    /** Those of a new posting; the two places, from 0 to 1, decide whom it looks for. */
    Terms terms(Seniority seniority, double experience, double education, Random random) {
        return new Terms(
                city,
                district(random),
                Experience.of(seniority, leaning.experience(), experience),
                Education.of(leaning.education(), education));
    }

    /** Those of another posting that looks for the same people. */
    static Terms again(Terms terms, Random random) {
        return new Terms(terms.city(), of(terms.city()).district(random), terms.experience(), terms.education());
    }

    /** What city and district multiply the pay by. */
    double pay(@Nullable String district) {
        if (district == null) {
            return leaning.pay();
        }
        double down = districts.indexOf(district) / (districts.size() - 1.0);
        return leaning.pay() * (BEST_DISTRICT + down * (WORST_DISTRICT - BEST_DISTRICT));
    }

    /** Share of the postings that name no pay. */
    double silent() {
        return leaning.silent();
    }

    /** The better of two, so that most are where pay is best. */
    private @Nullable String district(Random random) {
        int place = Math.min(random.nextInt(districts.size()), random.nextInt(districts.size()));
        return random.nextDouble() < NO_DISTRICT ? null : districts.get(place);
    }

    private static Leaning elsewhere(long hash) {
        double place = SeededHash.fraction(hash);
        return new Leaning(0.62 + 0.1 * place, -0.2 + 0.2 * place, -0.4 + 0.3 * place, 0.003);
    }
}

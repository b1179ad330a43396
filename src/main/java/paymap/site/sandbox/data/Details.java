package paymap.site.sandbox.data;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.Titles.Seniority;

/** Makes up what a posting has besides title and pay. */
final class Details {
    /** Real districts of the four big cities, the busiest first and several times; the companies in them are not real. */
    private static final Map<String, List<String>> DISTRICTS = Map.of(
            "北京", List.of("海淀区", "朝阳区", "海淀区", "朝阳区", "海淀区", "东城区", "西城区", "大兴区", "丰台区", "昌平区", "石景山区", "通州区"),
            "上海", List.of("浦东新区", "徐汇区", "浦东新区", "长宁区", "静安区", "杨浦区", "闵行区", "黄浦区", "虹口区", "普陀区", "嘉定区"),
            "广州", List.of("天河区", "海珠区", "天河区", "越秀区", "番禺区", "黄埔区", "白云区", "荔湾区", "南沙区"),
            "深圳", List.of("南山区", "福田区", "南山区", "宝安区", "龙岗区", "罗湖区", "龙华区", "光明区"));

    private static final List<String> ELSEWHERE = List.of("高新区", "开发区", "新城区", "中心区", "高新区");
    private static final List<String> BIG_CITIES = List.of("北京", "上海", "深圳", "广州", "杭州", "成都");

    private static final Weighted<String> MONTHS = new Weighted<String>()
            .add(60, "0")
            .add(20, "14")
            .add(8, "13")
            .add(5, "15")
            .add(4, "16")
            .add(3, "18");
    private static final Weighted<String> EDUCATION =
            new Weighted<String>().add(85, "本科").add(8, "大专").add(5, "不限").add(2, "硕士");
    private static final Weighted<String> YEARS = new Weighted<String>()
            .add(49, "3-5年")
            .add(33, "1-3年")
            .add(10, "5-10年")
            .add(7, "不限")
            .add(1, "1年以下");

    private static final List<String> NAME_STARTS = List.of(
            "青杉", "墨石", "川流", "拾光", "鹿野", "星湖", "白桦", "林雾", "远岬", "橙舟", "竹影", "砚田", "沐风", "澄江", "松果", "云阶", "晚枫", "浅滩",
            "麦浪", "雪线", "孤帆", "石榴", "半岛", "长堤");
    private static final List<String> NAME_ENDS =
            List.of("科技", "数据", "智能", "网络", "信息", "软件", "云服", "互动", "教育", "金服", "医疗", "出行");

    /** Ids of a list lie in a block of their own, so that no two cities share one. */
    private static final int BLOCK = 1000;

    private static final int FIRST_BLOCK = 200_000;
    private static final int BLOCKS = 700_000;
    /** Has no factor in common with {@link #BLOCK}, so the ids of a block jump about and still differ. */
    private static final int STRIDE = 389;

    private static final double NO_DISTRICT = 0.004;
    private static final int OLDEST_DAYS = 30;

    private final int block;
    private final String city;
    private final Random random;

    Details(long hash, String city, Random random) {
        this.block = block(hash);
        this.city = city;
        this.random = random;
    }

    /** The job with this number in its list, from 0; the first one is pinned. */
    MadeUpJob job(int number, String title, String salary, Seniority seniority) {
        String place = city.equals(Postings.WHOLE_COUNTRY) ? pick(BIG_CITIES) : city;
        return new MadeUpJob(
                block * BLOCK + (number * STRIDE + STRIDE) % BLOCK,
                title,
                salary,
                MONTHS.draw(random),
                place,
                district(place),
                years(seniority),
                EDUCATION.draw(random),
                "示例" + pick(NAME_STARTS) + pick(NAME_ENDS),
                random.nextInt(OLDEST_DAYS) * random.nextInt(OLDEST_DAYS) / OLDEST_DAYS,
                number == 0);
    }

    private @Nullable String district(String place) {
        return random.nextDouble() < NO_DISTRICT ? null : pick(DISTRICTS.getOrDefault(place, ELSEWHERE));
    }

    private String years(Seniority seniority) {
        return switch (seniority) {
            case TRAINEE -> "1年以下";
            case JUNIOR -> "1-3年";
            case LEADING -> "5-10年";
            case USUAL, SENIOR -> YEARS.draw(random);
        };
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Never one whose ids could be mistaken for the digits of a made-up person. */
    private static int block(long hash) {
        int block = FIRST_BLOCK + SeededHash.below(BLOCKS, hash);
        return Integer.toString(block).contains(Recruiter.DIGITS.substring(0, 4)) ? block(SeededHash.of(hash)) : block;
    }
}

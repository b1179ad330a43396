package paymap.site.sandbox.data;

import java.util.List;
import java.util.Random;

/** Makes up what a posting has besides title, pay and what pay depends on. */
final class Details {
    private static final Weighted<String> MONTHS = new Weighted<String>()
            .add(60, "0")
            .add(20, "14")
            .add(8, "13")
            .add(5, "15")
            .add(4, "16")
            .add(3, "18");

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

    private static final int OLDEST_DAYS = 30;

    private final int block;
    private final Random random;

    Details(long hash, Random random) {
        this.block = block(hash);
        this.random = random;
    }

    /** The job with this number in its list, from 0; the first one is pinned. */
    MadeUpJob job(int number, String title, String salary, Terms terms) {
        return new MadeUpJob(
                block * BLOCK + (number * STRIDE + STRIDE) % BLOCK,
                title,
                salary,
                MONTHS.draw(random),
                terms,
                "示例" + pick(NAME_STARTS) + pick(NAME_ENDS),
                random.nextInt(OLDEST_DAYS) * random.nextInt(OLDEST_DAYS) / OLDEST_DAYS,
                number == 0);
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

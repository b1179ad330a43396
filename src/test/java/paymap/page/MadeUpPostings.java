package paymap.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import paymap.cli.Ran;

/** A database of two boards: one of two searches in three cities, and a small one. */
final class MadeUpPostings {

    /** A title that must stay text. */
    static final String HOSTILE = "<script>alert(1)</script>";

    private static final List<String> CITIES = List.of("北京", "上海", "深圳");
    private static final List<List<String>> DISTRICTS =
            List.of(List.of("海淀区", "朝阳区"), List.of("浦东新区", "徐汇区"), List.of("南山区", ""));
    private static final List<String> EXPERIENCE = List.of("应届", "1-3年", "3-5年", "5-10年", "经验不限", "");
    private static final List<String> EDUCATION = List.of("大专", "本科", "硕士", "不限", "");

    private MadeUpPostings() {}

    /** Writes it into a folder; the board {@code large} is the one collected last. */
    static Path database(Path folder) throws IOException {
        Path db = folder.resolve("paymap.db");
        take(db, folder, "small", "java", 40);
        take(db, folder, "large", "java", 300);
        take(db, folder, "large", "python", 300);
        return db;
    }

    private static void take(Path db, Path folder, String site, String keyword, int rows) throws IOException {
        Random random = new Random(rows + keyword.length());
        StringBuilder csv = new StringBuilder("city,title,salary,experience,education,district,company,positionId\n");
        csv.append("北京,")
                .append(HOSTILE)
                .append(",30k-50k,5-10年,本科,海淀区,")
                .append(HOSTILE)
                .append(",1\n");
        for (int i = 0; i < rows; i++) {
            int city = random.nextInt(CITIES.size());
            csv.append(String.join(
                            ",",
                            CITIES.get(city),
                            keyword + " " + i,
                            pay(random),
                            one(EXPERIENCE, random),
                            one(EDUCATION, random),
                            one(DISTRICTS.get(city), random),
                            "made up " + i % 7,
                            Integer.toString(1000 + i)))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve(site + "-" + keyword + ".csv"), csv);
        Ran ran = Ran.imported(db, file, "--site", site, "--keyword", keyword);
        assertEquals(0, ran.exitCode(), ran.out() + ran.err());
    }

    private static String pay(Random random) {
        int low = 6 + random.nextInt(30);
        return switch (random.nextInt(12)) {
            case 0 -> "面议";
            case 1 -> low + "k以上";
            case 2 -> low * 10 + "元/天";
            case 3 -> "20-" + (21 + low) + "万/年";
            default -> low + "k-" + (low + random.nextInt(20)) + "k" + (random.nextInt(4) == 0 ? "·14薪" : "");
        };
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}

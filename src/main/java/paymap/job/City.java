package paymap.job;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import paymap.words.Words;

/**
 * A city that job sites list, under the three names people type.
 *
 * @param code two to four letters, e.g. {@code bj}
 * @param pinyin e.g. {@code beijing}
 * @param chinese the bare name that sites use, e.g. 北京 (never 北京市: 0 of 36,080 Lagou rows, seen 2026-11)
 */
public record City(String code, String pinyin, String chinese) {

    /** The cities that can be named, the four largest first. Codes are unique; 苏州 is {@code su}, as {@code sz} is 深圳. */
    public static final List<City> KNOWN = List.of(
            new City("bj", "beijing", "北京"),
            new City("sh", "shanghai", "上海"),
            new City("gz", "guangzhou", "广州"),
            new City("sz", "shenzhen", "深圳"),
            new City("hz", "hangzhou", "杭州"),
            new City("cd", "chengdu", "成都"),
            new City("nj", "nanjing", "南京"),
            new City("wh", "wuhan", "武汉"),
            new City("xa", "xian", "西安"),
            new City("cq", "chongqing", "重庆"),
            new City("tj", "tianjin", "天津"),
            new City("su", "suzhou", "苏州"),
            new City("xm", "xiamen", "厦门"),
            new City("cs", "changsha", "长沙"),
            new City("zz", "zhengzhou", "郑州"),
            new City("qd", "qingdao", "青岛"),
            new City("jn", "jinan", "济南"),
            new City("hf", "hefei", "合肥"),
            new City("fz", "fuzhou", "福州"),
            new City("dl", "dalian", "大连"),
            new City("sy", "shenyang", "沈阳"),
            new City("nb", "ningbo", "宁波"),
            new City("wx", "wuxi", "无锡"),
            new City("fs", "foshan", "佛山"),
            new City("dg", "dongguan", "东莞"),
            new City("zh", "zhuhai", "珠海"),
            new City("km", "kunming", "昆明"),
            new City("nc", "nanchang", "南昌"),
            new City("sjz", "shijiazhuang", "石家庄"),
            new City("ty", "taiyuan", "太原"),
            new City("gy", "guiyang", "贵阳"),
            new City("nn", "nanning", "南宁"),
            new City("hk", "haikou", "海口"),
            new City("cc", "changchun", "长春"),
            new City("heb", "harbin", "哈尔滨"),
            new City("lz", "lanzhou", "兰州"),
            new City("wlmq", "urumqi", "乌鲁木齐"),
            new City("hhht", "hohhot", "呼和浩特"),
            new City("wz", "wenzhou", "温州"),
            new City("jx", "jiaxing", "嘉兴"),
            new City("cz", "changzhou", "常州"),
            new City("nt", "nantong", "南通"),
            new City("zs", "zhongshan", "中山"),
            new City("hui", "huizhou", "惠州"));

    /** In a message: a line of all would hide what it says. */
    private static final int NAMED = 4;

    private static final Pattern WITH_DISTRICT = Pattern.compile("[·\\-]");

    /**
     * A city that a person types; {@link CityNames} reads what sites write.
     *
     * @param name a code, a pinyin name (any case) or a Chinese name, with or without 市 or a district (北京·海淀区)
     * @throws IllegalArgumentException if it is none that we know; the message names some
     */
    public static City of(String name) {
        String word = WITH_DISTRICT.split(name.strip(), 2)[0].strip();
        String wanted = CityNames.bare(word).toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(city -> city.goesBy(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown city \"%s\"; known are %s and %d more",
                        name.strip(),
                        Words.list(KNOWN.stream()
                                .limit(NAMED)
                                .map(c -> c.code + " " + c.chinese)
                                .toList()),
                        KNOWN.size() - NAMED)));
    }

    /**
     * @param names several cities by commas (an ASCII or a Chinese comma), each as {@link #of} takes it; naming one
     *     twice counts once
     * @throws IllegalArgumentException if a name is unknown or none is given
     */
    public static List<City> listOf(String names) {
        Set<City> cities = new LinkedHashSet<>();
        Arrays.stream(names.split("[,，、]")).filter(n -> !n.isBlank()).forEach(n -> cities.add(of(n)));
        if (cities.isEmpty()) {
            throw new IllegalArgumentException(Words.say("no city is named; try bj,sh,gz,sz"));
        }
        return List.copyOf(cities);
    }

    /** The place of a Chinese name in {@link #KNOWN}, for tables; names we do not know come last. */
    public static int rank(String chinese) {
        for (int i = 0; i < KNOWN.size(); i++) {
            if (KNOWN.get(i).chinese.equals(chinese)) {
                return i;
            }
        }
        return KNOWN.size();
    }

    /** Its English name, e.g. Beijing and Xi'an; a name we do not know stays as it is. */
    public static String english(String chinese) {
        int rank = rank(chinese);
        if (rank == KNOWN.size()) {
            return chinese;
        }
        String pinyin = KNOWN.get(rank).pinyin;
        return pinyin.equals("xian") ? "Xi'an" : Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1);
    }

    private boolean goesBy(String lowerCaseName) {
        return code.equals(lowerCaseName) || pinyin.equals(lowerCaseName) || chinese.equals(lowerCaseName);
    }

    static {
        Set<String> codes = new HashSet<>();
        KNOWN.forEach(city -> {
            if (!codes.add(city.code)) {
                throw new IllegalStateException("two cities go by " + city.code);
            }
        });
    }
}

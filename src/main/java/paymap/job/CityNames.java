package paymap.job;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The city of a place as sites write it: 北京, 北京市, 北京·朝阳区, 深圳-南山区, [上海·曹家渡], 西安·雁塔区·高新软件园, or a whole
 * address that begins with 北京市. A name we do not know is kept if it can be one (甘孜藏族自治州). Remembers what it has
 * read, so not for several threads at once.
 */
public final class CityNames {

    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST = 200;
    private static final int LONGEST_CITY = 10;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\[\\]【】()（）·・•‧⋅\\-–—~/|,，、;；>:：]+");
    private static final Pattern WITH_PROVINCE =
            Pattern.compile("(?:.{2,7}?(?:省|自治区|特别行政区))?(.{2,8}?(?:市|自治州|地区|盟)).*");
    private static final Pattern PART_OF_CITY = Pattern.compile(".{1,12}?[区县镇街路道旗].*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2," + LONGEST_CITY + "}");

    private static final Set<String> PROVINCES = Set.of(
            "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州",
            "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆");

    /** 吉林 names a province and a city; alone it is the city. */
    private static final Set<String> NO_CITY = Set.of("全国", "海外", "国外", "其他", "其它", "不限", "异地", "远程", "居家", "中国");

    private static final Map<String, String> KNOWN = known();

    private final Text text;
    private final Map<String, String> remembered = new HashMap<>();

    /** @param text how what is read is cleaned first */
    public CityNames(Text text) {
        this.text = text;
    }

    /**
     * The city that a text names.
     *
     * @param written any text; one of more than {@value #LONGEST} characters names none
     * @return the bare name, e.g. 北京; empty where the text names no city
     */
    public String city(String written) {
        String known = remembered.get(written);
        if (known != null) {
            return known;
        }
        String found = written.length() > LONGEST ? "" : read(text.clean(written));
        if (remembered.size() < MOST_REMEMBERED && written.length() <= LONGEST) {
            remembered.put(written, found);
        }
        return found;
    }

    /** Whether a single word can only be a city: one that we know, or by its ending. A district or a street is none. */
    public static boolean isSurelyACity(String word) {
        return KNOWN.containsKey(word) || word.matches(".{2,8}(市|自治州|地区|盟)");
    }

    /** Of a clean text. */
    static String read(String written) {
        List<String> words =
                BREAKS.splitAsStream(written).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty()) {
            return "";
        }
        String first = words.get(0);
        boolean province = words.size() > 1 && PROVINCES.contains(first.replaceAll("(省|自治区)$", ""));
        return ofWord(province ? words.get(1) : first);
    }

    private static String ofWord(String word) {
        String bare = bare(word);
        String known = KNOWN.get(bare.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        Matcher full = WITH_PROVINCE.matcher(word);
        if (full.matches()) {
            return bare(full.group(1));
        }
        for (City city : City.KNOWN) {
            if (word.startsWith(city.chinese())
                    && PART_OF_CITY
                            .matcher(word.substring(city.chinese().length()))
                            .matches()) {
                return city.chinese();
            }
        }
        return canBeACity(bare) ? bare : "";
    }

    /** 北京市 is 北京; 沙市 stays, as no city has a name of one character. */
    static String bare(String name) {
        return name.length() > 2 && name.endsWith("市") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean canBeACity(String name) {
        boolean part = name.endsWith("区") || name.endsWith("街") || name.endsWith("路") || name.endsWith("省");
        boolean wholeProvince = PROVINCES.contains(name) && !name.equals("吉林");
        return HAN.matcher(name).matches() && !part && !wholeProvince && !NO_CITY.contains(name);
    }

    private static Map<String, String> known() {
        Map<String, String> names = new HashMap<>();
        for (City city : City.KNOWN) {
            names.put(city.chinese(), city.chinese());
            names.put(city.pinyin(), city.chinese());
            names.put(city.code(), city.chinese());
        }
        return Map.copyOf(names);
    }
}

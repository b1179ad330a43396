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
 * address that begins with 北京市. A name we do not know is a city only if it ends like one (甘孜藏族自治州): any other short
 * text, taken from a wrong column, would become a city (后端开发, 民营). Remembers what it has read, so not for several
 * threads at once.
 */
public final class CityNames {

    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST = 200;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\[\\]【】()（）·・•‧⋅\\-–—~/|,，、;；>:：]+");
    private static final Pattern WITH_PROVINCE =
            Pattern.compile("(?<province>.{2,7}?(?:省|自治区|特别行政区))?(?<city>.{2,8}?(?:市|自治州|地区|盟|自治县|县))(?<rest>.*)");
    private static final Pattern PART_OF_CITY = Pattern.compile(".{1,12}?[区县镇街路道旗].*");
    private static final Pattern DISTRICT = Pattern.compile("(?:市|^.{2,3}?)([^市]{1,8}?[区县旗])");
    /** What follows the short name in a long one: 西双版纳傣族自治州, 黔东南苗族侗族自治州, 伊犁哈萨克自治州, 喀什地区, 锡林郭勒盟, 神农架林区. */
    private static final Pattern LONG_ENDING =
            Pattern.compile("(?:(?:\\p{IsHan}{1,5}族)*(?:哈萨克|蒙古|柯尔克孜)?自治[州县]|地区|盟|林区)");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private static final Set<String> PROVINCES = Set.of(
            "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州",
            "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆");

    private static final Map<String, String> KNOWN = known();
    private static final Place NOWHERE = new Place(List.of(), "");

    private final Text text;
    private final Map<String, Place> remembered = new HashMap<>();

    /** What a text names, and its parts without the province that may come first. */
    private record Place(List<String> parts, String city) {

        static Place of(String clean) {
            List<String> parts = words(clean);
            return new Place(parts, parts.isEmpty() ? "" : ofWord(parts.get(0)));
        }
    }

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
        return place(written).city;
    }

    /** Most of many rows name one of few places, as their city and as their district. */
    private Place place(String written) {
        Place known = remembered.get(written);
        if (known != null) {
            return known;
        }
        if (written.length() > LONGEST) {
            return NOWHERE;
        }
        Place found = Place.of(text.clean(written));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(written, found);
        }
        return found;
    }

    /**
     * The district of a place. One column may hold city and district, as 南京·雨花台区·南京南站 does.
     *
     * @param written as the district
     * @param place that was written as the city; the same text where one column is both
     * @param city that {@code place} names, bare
     * @return the second part of {@code written} where the first is the city; else {@code written}
     */
    String district(String written, String place, String city) {
        if (written.isBlank() || written.length() > LONGEST) {
            return written;
        }
        List<String> parts = place(written).parts;
        if (parts.isEmpty() || !place(written).city.equals(city)) {
            return written;
        }
        if (parts.size() > 1) {
            return parts.get(1);
        }
        Matcher address = DISTRICT.matcher(parts.get(0));
        return !written.equals(place) ? written : address.find() ? address.group(1) : "";
    }

    /** Whether a single word can only be a city: one that we know, or by its ending. A district or a street is none. */
    public static boolean isSurelyACity(String word) {
        return KNOWN.containsKey(word) || word.matches(".{2,8}(市|自治州|地区|盟)");
    }

    /** Of a clean text. */
    static String read(String written) {
        return Place.of(written).city;
    }

    /** Without the province that may come first. */
    private static List<String> words(String written) {
        List<String> parts =
                BREAKS.splitAsStream(written).filter(w -> !w.isEmpty()).toList();
        boolean province = parts.size() > 1 && PROVINCES.contains(parts.get(0).replaceAll("(省|自治区)$", ""));
        return province ? parts.subList(1, parts.size()) : parts;
    }

    private static String ofWord(String word) {
        String bare = bare(word);
        String known = known(bare);
        if (!known.isEmpty()) {
            return known;
        }
        Matcher full = WITH_PROVINCE.matcher(word);
        if (full.matches() && HAN.matcher(full.group("city")).matches()) {
            String city = known(withoutProvince(bare(full.group("city"))));
            return !city.isEmpty() ? city : endsLikeACity(full) ? shortName(bare(full.group("city"))) : "";
        }
        return ChinesePlaces.KNOWN.stream()
                .filter(word::startsWith)
                .filter(city ->
                        PART_OF_CITY.matcher(word.substring(city.length())).matches())
                .findFirst()
                .orElse("");
    }

    /** The city that a bare name, a code or pinyin stands for; empty = none that we know. */
    private static String known(String bare) {
        String city = KNOWN.get(bare.toLowerCase(Locale.ROOT));
        return city != null ? city : ChinesePlaces.KNOWN.contains(bare) ? bare : "";
    }

    /** 吉林长春 is 长春. */
    private static String withoutProvince(String city) {
        return PROVINCES.stream()
                .filter(city::startsWith)
                .map(province -> city.substring(province.length()))
                .filter(ChinesePlaces.KNOWN::contains)
                .findFirst()
                .orElse(city);
    }

    /** Boards write the same place either way: 喀什地区 is 喀什, and one that we do not know keeps its long name. */
    private static String shortName(String city) {
        return ChinesePlaces.KNOWN.stream()
                .filter(city::startsWith)
                .filter(known ->
                        LONG_ENDING.matcher(city.substring(known.length())).matches())
                .findFirst()
                .orElse(city);
    }

    /** 句容市, 句容市宝华镇, but not 营销市场部. */
    private static boolean endsLikeACity(Matcher full) {
        String rest = full.group("rest");
        boolean province = full.group("province") != null;
        return !full.group("city").startsWith("全国")
                && (province || rest.isEmpty() || PART_OF_CITY.matcher(rest).matches());
    }

    /** 北京市 is 北京; 沙市 stays, as no city has a name of one character. */
    static String bare(String name) {
        return name.length() > 2 && name.endsWith("市") ? name.substring(0, name.length() - 1) : name;
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

package paymap.importer.column;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Pay that a table gives in a column for the lower end and one for the upper, as a site would write it. */
final class Amounts {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /** What data frames make of whole numbers. */
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})\\.0+");

    private static final Set<String> CNY = Set.of("cny", "rmb", "cnh", "¥", "￥", "人民币", "元");

    private static final Map<String, String> INTERVALS = Map.ofEntries(
            Map.entry("yearly", "年"),
            Map.entry("year", "年"),
            Map.entry("annual", "年"),
            Map.entry("年", "年"),
            Map.entry("monthly", "月"),
            Map.entry("month", "月"),
            Map.entry("月", "月"),
            Map.entry("weekly", "周"),
            Map.entry("week", "周"),
            Map.entry("周", "周"),
            Map.entry("daily", "天"),
            Map.entry("day", "天"),
            Map.entry("天", "天"),
            Map.entry("日", "天"),
            Map.entry("hourly", "小时"),
            Map.entry("hour", "小时"),
            Map.entry("小时", "小时"));

    private Amounts() {}

    /**
     * The pay as one text; empty = none is given. An interval that is not known stays in it, so that the pay counts as
     * unreadable and not as a month's.
     *
     * @param interval empty = each month, as boards write it
     */
    static String text(String low, String high, String interval) {
        String from = number(low);
        String to = number(high);
        if (from.isEmpty() && to.isEmpty()) {
            return "";
        }
        String each = interval.isBlank() ? "月" : INTERVALS.getOrDefault(plain(interval), interval.strip());
        String amount = from.isEmpty() ? to + "元以下" : to.isEmpty() ? from + "元以上" : from + "-" + to + "元";
        return amount + "/" + each;
    }

    /** Whether amounts are of another currency; one that is not named is that of China, as no column for it tells. */
    static boolean isForeign(String currency) {
        return !currency.isBlank() && !CNY.contains(plain(currency));
    }

    /** Data frames write 15000.0, and nan or 0 for what is not there. */
    private static String number(String cell) {
        String text = FRACTION.matcher(cell.strip()).replaceFirst("$1");
        boolean none = text.isEmpty() || plain(text).matches("nan|none|null|0+|-");
        return none ? "" : WHOLE.matcher(text).matches() ? Long.toString(Long.parseLong(text)) : text;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

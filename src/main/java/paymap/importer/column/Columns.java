package paymap.importer.column;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import paymap.job.CityNames;

/**
 * Where a file of named columns has what.
 *
 * @param names of the file's columns; empty = the file has none, and columns are told by number
 * @param indexes the number of each column in the file, from 0; several may be in one
 */
public record Columns(List<String> names, Map<Column, Integer> indexes) {

    private static final int LONGEST_TOLD = 40;
    private static final Pattern PERSONAL = Pattern.compile("@|\\d{7}");
    private static final Pattern NUMBER = Pattern.compile("#?([1-9]\\d{0,3})");

    /**
     * @param header the first row of the file
     * @param named by the user: column to the file's name for it, or its number from 1; {@code #1} is a number always
     * @param hasCity whether the user names the city of rows that name none
     * @throws ColumnsException if title, salary or city cannot be found, or what the user named
     */
    public static Columns of(String file, List<String> header, Map<Column, String> named, boolean hasCity) {
        List<String> plain = header.stream().map(Column::plain).toList();
        Map<Column, Integer> indexes = new EnumMap<>(Column.class);
        named.forEach((column, wanted) -> indexes.put(column, index(file, header, column, wanted)));
        boolean byNumber = !named.isEmpty()
                && named.values().stream()
                        .allMatch(wanted -> NUMBER.matcher(wanted.strip()).matches());
        if (byNumber && !isHeader(header, indexes)) {
            requireNeeded(file, header, indexes, hasCity);
            return new Columns(List.of(), indexes);
        }
        Column.Context context = Column.Context.of(plain, hasCity);
        for (Column column : Column.values()) {
            int usual = likeliest(column, plain, context);
            if (usual >= 0) {
                indexes.putIfAbsent(column, usual);
            }
        }
        requireNeeded(file, header, indexes, hasCity);
        return new Columns(header, indexes);
    }

    /** Whether a row is the header once more (seen in a Lagou file of 37,942 rows). */
    public boolean isHeader(String title, String salary) {
        return isName(Column.SALARY, salary) && isName(Column.TITLE, title);
    }

    /** What each column is called in the file, for people; by number where it has no names. */
    public Map<Column, String> told() {
        Map<Column, String> told = new EnumMap<>(Column.class);
        indexes.forEach(
                (column, index) -> told.put(column, names.isEmpty() ? "#" + (index + 1) : told(names.get(index))));
        return told;
    }

    /** Names of columns as they can be shown. Without a header they are somebody's data: no address, no number. */
    public static List<String> told(Collection<String> names) {
        return names.stream().map(Columns::told).toList();
    }

    private static String told(String cell) {
        String clean = HtmlText.TEXT.clean(cell);
        if (PERSONAL.matcher(clean).find()) {
            return "…";
        }
        return clean.length() > LONGEST_TOLD ? clean.substring(0, LONGEST_TOLD) + "…" : clean;
    }

    private boolean isName(Column column, String cell) {
        Integer index = indexes.get(column);
        boolean again =
                index != null && index < names.size() && names.get(index).equals(cell);
        return again || column.isNamed(cell);
    }

    private static int likeliest(Column column, List<String> plain, Column.Context context) {
        int found = -1;
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < plain.size(); i++) {
            int rank = column.rank(plain.get(i), context);
            if (rank >= 0 && rank < best) {
                best = rank;
                found = i;
            }
        }
        return found;
    }

    private static int index(String file, List<String> header, Column column, String wanted) {
        var number = NUMBER.matcher(wanted.strip());
        int byNumber = number.matches() ? Integer.parseInt(number.group(1)) - 1 : -1;
        int byName = byName(header, wanted);
        if (byNumber >= 0 && byNumber < header.size() && byName >= 0 && byName != byNumber) {
            throw new ColumnsException(file, new ColumnTrouble.TwoMeanings(column, byNumber + 1, byName + 1));
        }
        int index = byName >= 0 ? byName : byNumber;
        if (index < 0 || index >= header.size()) {
            throw new ColumnsException(file, new ColumnTrouble.NoSuch(column, wanted, told(header)));
        }
        return index;
    }

    private static int byName(List<String> header, String wanted) {
        int exact = header.indexOf(wanted);
        String plain = Column.plain(wanted);
        for (int i = 0; exact < 0 && i < header.size(); i++) {
            exact = Column.plain(header.get(i)).equals(plain) ? i : -1;
        }
        return exact;
    }

    /**
     * Whether the first row of a file whose columns are told by number is a header all the same: numbers as a data frame
     * gives them, usual names, or a city that is none beside a salary without a digit.
     */
    private static boolean isHeader(List<String> first, Map<Column, Integer> indexes) {
        if (isNumbered(first)) {
            return true;
        }
        long usual = Column.NEEDED.stream()
                .filter(column -> first.stream().anyMatch(column::isNamed))
                .count();
        String city = cell(first, indexes, Column.CITY);
        String salary = cell(first, indexes, Column.SALARY);
        boolean noCity =
                !city.isBlank() && new CityNames(HtmlText.TEXT).city(city).isEmpty();
        boolean noPay = !salary.isBlank()
                && !salary.endsWith("面议")
                && salary.codePoints().allMatch(Columns::isWord);
        return usual > 1 || noCity && noPay;
    }

    private static boolean isWord(int c) {
        return Character.isLetter(c) || "_- ()/（）".indexOf(c) >= 0;
    }

    private static String cell(List<String> row, Map<Column, Integer> indexes, Column column) {
        Integer index = indexes.get(column);
        return index == null ? "" : row.get(index);
    }

    /** 0, 1, 2, ..., the first empty where the rows are numbered too. */
    private static boolean isNumbered(List<String> row) {
        int from = row.get(0).isBlank() ? 1 : 0;
        for (int i = from; i < row.size(); i++) {
            if (!row.get(i).strip().equals(Integer.toString(i - from))) {
                return false;
            }
        }
        return row.size() > from + 1;
    }

    private static void requireNeeded(String file, List<String> header, Map<Column, Integer> indexes, boolean hasCity) {
        List<Column> missing = missing(indexes.keySet(), hasCity);
        if (!missing.isEmpty()) {
            throw new ColumnsException(
                    file, new ColumnTrouble.Missing(missing, told(header), ColumnTrouble.Shape.TABLE));
        }
    }

    /** What a list cannot do without and does not have. */
    static List<Column> missing(Collection<Column> there, boolean hasCity) {
        return Column.NEEDED.stream()
                .filter(column -> !there.contains(column)
                        && !(column == Column.CITY && hasCity)
                        && !(column == Column.SALARY && there.contains(Column.LOW)))
                .toList();
    }
}

package paymap.importer.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a file of named columns has what.
 *
 * @param names of the file's columns; empty = the file has none, and columns are told by number
 * @param indexes the number of each column in the file, from 0
 */
record Columns(List<String> names, Map<Column, Integer> indexes) {

    private static final int MOST_TOLD = 40;
    private static final int LONGEST_TOLD = 40;
    private static final Pattern PERSONAL = Pattern.compile("@|\\d{7}");

    /**
     * @param header the first row of the file
     * @param named by the user: column to the file's name for it, or its number from 1 where there is no header
     * @throws IllegalArgumentException if title, salary or city cannot be found; the message lists the file's columns
     */
    static Columns of(String file, List<String> header, Map<Column, String> named, boolean hasCity) {
        List<String> plain = header.stream().map(Column::plain).toList();
        Map<Column, Integer> indexes = new EnumMap<>(Column.class);
        boolean byNumber = !named.isEmpty() && named.values().stream().allMatch(Columns::isNumber);
        for (Map.Entry<Column, String> wish : named.entrySet()) {
            indexes.put(wish.getKey(), index(file, header, plain, wish.getKey(), wish.getValue()));
        }
        if (!byNumber) {
            addUsualNames(plain, indexes);
        }
        List<Column> missing = new ArrayList<>();
        for (Column needed : List.of(Column.TITLE, Column.SALARY, Column.CITY)) {
            if (!indexes.containsKey(needed) && !(needed == Column.CITY && hasCity)) {
                missing.add(needed);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(missing(file, header, missing));
        }
        return new Columns(byNumber ? List.of() : header, indexes);
    }

    /** Whether a row is the header once more (seen in a Lagou file of 37,942 rows). */
    boolean isHeader(@Nullable String title, @Nullable String salary) {
        return isName(Column.SALARY, salary) && isName(Column.TITLE, title);
    }

    private boolean isName(Column column, @Nullable String cell) {
        Integer index = indexes.get(column);
        boolean again = cell != null
                && index != null
                && index < names.size()
                && names.get(index).equals(cell);
        return again || column.isNamed(cell);
    }

    private static void addUsualNames(List<String> plain, Map<Column, Integer> indexes) {
        // In a copy of paymap's own table, id is the number of the row there and no site's id of an opening.
        boolean ourTable = plain.contains("firstseen") && plain.contains("salarylow");
        for (Column column : Column.values()) {
            for (String name : column.names()) {
                int index = ourTable && name.equals("id") ? -1 : plain.indexOf(name);
                if (index >= 0) {
                    indexes.putIfAbsent(column, index);
                }
            }
        }
    }

    private static int index(String file, List<String> header, List<String> plain, Column column, String wanted) {
        int exact = header.indexOf(wanted);
        int index = exact >= 0 ? exact : plain.indexOf(Column.plain(wanted));
        if (index < 0 && isNumber(wanted)) {
            index = Integer.parseInt(wanted.strip()) - 1;
        }
        if (index < 0 || index >= header.size()) {
            throw new IllegalArgumentException(
                    file + " has no column \"" + wanted + "\" for " + column.code() + "; it has: " + list(header));
        }
        return index;
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("[1-9]\\d{0,3}");
    }

    private static String missing(String file, List<String> header, List<Column> missing) {
        List<String> examples = new ArrayList<>();
        for (Column column : List.of(Column.TITLE, Column.SALARY, Column.CITY)) {
            examples.add(column.code() + "=NAME");
        }
        return file + " has no column that is known to be the "
                + String.join(" or the ", missing.stream().map(Column::code).toList()) + "; its first row is: "
                + list(header) + ". Name them with --columns " + String.join(",", examples)
                + (missing.contains(Column.CITY) ? " (or one city for all rows with --city)" : "")
                + ", or by number where the first row is no header: --columns title=1,salary=2,city=3";
    }

    /** Without a header the first row is somebody's data: what looks like an address or a number of a person is not told. */
    private static String told(String cell) {
        String clean = HtmlText.TEXT.clean(cell);
        if (PERSONAL.matcher(clean).find()) {
            return "…";
        }
        return clean.length() > LONGEST_TOLD ? clean.substring(0, LONGEST_TOLD) + "…" : clean;
    }

    private static String list(List<String> header) {
        List<String> told = header.stream().limit(MOST_TOLD).map(Columns::told).toList();
        return String.join(" | ", told) + (header.size() > MOST_TOLD ? " | … (" + header.size() + " in all)" : "");
    }
}

package paymap.importer.format;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about the files.
 *
 * @param columns the file's own names, or numbers from 1, of columns; empty = the usual names
 * @param city of rows that name none, bare; empty = such rows are rejected
 * @param site of rows in files that name none
 * @param keyword for all rows; null = as the files say
 * @param encoding of all files; null = look at the bytes
 */
public record ImportSettings(
        Map<Column, String> columns,
        String city,
        String site,
        @Nullable String keyword,
        @Nullable Charset encoding) {

    /** In characters. */
    private static final int LONGEST_NAME = 60;

    public ImportSettings {
        columns = Map.copyOf(columns);
        if (!isName(site)) {
            throw new IllegalArgumentException("the name of a site must have 1 to " + LONGEST_NAME
                    + " visible characters: \"" + site.replaceAll("\\p{C}", "?") + "\"");
        }
    }

    /**
     * Reads {@code title=职位,salary=薪资,city=3}.
     *
     * @throws IllegalArgumentException if it has another form or names a column we do not know
     */
    public static Map<Column, String> columns(String text) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        Arrays.stream(text.split("[,，]")).filter(part -> !part.isBlank()).forEach(part -> {
            int equals = part.indexOf('=');
            if (equals < 1 || part.substring(equals + 1).isBlank()) {
                throw new IllegalArgumentException("not a column: \"" + part.strip()
                        + "\"; allowed: title=NAME,salary=NAME,city=NAME with any of " + Column.allNames());
            }
            columns.put(
                    Column.of(part.substring(0, equals)),
                    part.substring(equals + 1).strip());
        });
        return columns;
    }

    /** Whether a text can name a site: 1 to 60 visible characters. */
    public static boolean isName(String site) {
        return !site.isBlank()
                && site.length() <= LONGEST_NAME
                && site.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}

package paymap.importer.format;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.importer.column.Column;
import paymap.words.Words;

/**
 * What the user says about the files.
 *
 * @param columns the file's own names of columns, or numbers from 1, or paths into objects; empty = the usual names
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
        Map<Column, String> inOrder =
                new EnumMap<>(Column.class); // what is wrong with two is always told of the same one
        inOrder.putAll(columns);
        columns = Collections.unmodifiableMap(inOrder);
        if (!isName(site)) {
            throw new IllegalArgumentException(Words.say(
                    "the name of a site must have 1 to %d visible characters: \"%s\"",
                    LONGEST_NAME, site.replaceAll("\\p{C}", "?")));
        }
    }

    /** Whether rows that name no city have one. */
    public boolean hasCity() {
        return !city.isEmpty();
    }

    /** Whether a text can name a site: 1 to 60 visible characters. */
    public static boolean isName(String site) {
        return !site.isBlank()
                && site.length() <= LONGEST_NAME
                && site.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}

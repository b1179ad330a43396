package paymap.importer.column;

import java.util.function.Function;
import paymap.job.RawRow;

/**
 * A row of a table or a list of objects, with what the file says of it besides; empty = it does not say.
 *
 * @param site that it is of
 * @param keyword that was searched for, of paymap's own table; several by commas
 * @param madeUp whether the file says that it is invented
 * @param openings how many openings are behind it, of paymap's own table
 * @param firstSeen as it stands there, ISO 8601
 * @param lastSeen as {@code firstSeen}
 */
public record FileRow(
        RawRow raw, String site, String keyword, boolean madeUp, String openings, String firstSeen, String lastSeen) {

    /** @param cells the text of each column; empty = there is none */
    public static FileRow of(Function<Column, String> cells) {
        RawRow raw = new RawRow(
                cells.apply(Column.ID),
                cells.apply(Column.TITLE),
                cells.apply(Column.SALARY),
                cells.apply(Column.MONTHS),
                cells.apply(Column.CITY),
                cells.apply(Column.DISTRICT),
                cells.apply(Column.EXPERIENCE),
                cells.apply(Column.EDUCATION),
                cells.apply(Column.COMPANY),
                cells.apply(Column.POSTED));
        return new FileRow(
                raw,
                cells.apply(Column.SITE),
                cells.apply(Column.KEYWORD),
                Column.isYes(cells.apply(Column.MADE_UP)),
                cells.apply(Column.OPENINGS),
                cells.apply(Column.FIRST_SEEN),
                cells.apply(Column.LAST_SEEN));
    }
}

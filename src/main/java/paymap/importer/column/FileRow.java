package paymap.importer.column;

import java.util.function.Function;
import paymap.job.RawRow;

/**
 * A row of a table or a list of objects, with what the file says of it besides; empty = it does not say.
 *
 * @param site that it is of
 * @param keyword that was searched for, of paymap's own table; several by commas
 * @param madeUp whether the file says that it is invented
 * @param isForeign whether its pay is in another currency than CNY
 * @param openings how many openings are behind it, of paymap's own table
 * @param firstSeen as it stands there, ISO 8601
 * @param lastSeen as {@code firstSeen}
 */
public record FileRow(
        RawRow raw,
        String site,
        String keyword,
        boolean madeUp,
        boolean isForeign,
        String openings,
        String firstSeen,
        String lastSeen) {

    /** @param cells the text of each column; empty = there is none */
    public static FileRow of(Function<Column, String> cells) {
        String written = cells.apply(Column.SALARY);
        String amounts = written.isBlank()
                ? Amounts.text(cells.apply(Column.LOW), cells.apply(Column.HIGH), cells.apply(Column.INTERVAL))
                : "";
        String id = cells.apply(Column.ID);
        RawRow raw = new RawRow(
                id.isBlank() ? Links.id(cells.apply(Column.LINK)) : id,
                cells.apply(Column.TITLE),
                amounts.isEmpty() ? written : amounts,
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
                !amounts.isEmpty() && Amounts.isForeign(cells.apply(Column.CURRENCY)),
                cells.apply(Column.OPENINGS),
                cells.apply(Column.FIRST_SEEN),
                cells.apply(Column.LAST_SEEN));
    }
}

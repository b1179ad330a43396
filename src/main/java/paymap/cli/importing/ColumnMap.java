package paymap.cli.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import paymap.importer.column.Column;

/** What a user says about columns: {@code title=职位,salary=薪资,city=3}. */
final class ColumnMap {

    private ColumnMap() {}

    /** @throws IllegalArgumentException if it has another form or names a column we do not know */
    static Map<Column, String> of(String text) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (String part : text.split("[,，]")) {
            if (!part.isBlank()) {
                add(part, columns);
            }
        }
        return columns;
    }

    private static void add(String part, Map<Column, String> columns) {
        int equals = part.indexOf('=');
        if (equals < 1 || part.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException("not a column: \"" + part.strip()
                    + "\"; allowed: title=NAME,salary=NAME,city=NAME with any of " + known());
        }
        String code = part.substring(0, equals);
        Column column = Column.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no column \"" + code + "\" in --columns; allowed: " + known()));
        columns.put(column, part.substring(equals + 1).strip());
    }

    private static String known() {
        return Arrays.stream(Column.values()).map(Column::code).collect(Collectors.joining(", "));
    }
}

package paymap.cli.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import paymap.importer.column.Column;
import paymap.words.Words;

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
            throw new IllegalArgumentException(Words.say(
                    "not a column: \"%s\"; allowed: title=NAME,salary=NAME,city=NAME with any of %s",
                    part.strip(), known()));
        }
        String code = part.substring(0, equals);
        Column column = Column.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        Words.say("there is no column \"%s\" in --columns; allowed: %s", code, known())));
        columns.put(column, part.substring(equals + 1).strip());
    }

    private static String known() {
        return Words.list(Arrays.stream(Column.values()).map(Column::code).toList());
    }
}

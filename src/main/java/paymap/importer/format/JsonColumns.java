package paymap.importer.format;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.RawRow;
import tools.jackson.databind.JsonNode;

/** Finds the named columns of objects, whatever order and whichever of the usual names they have. */
final class JsonColumns {

    private static final int MOST_REMEMBERED = 1_000;

    private record Match(Column column, int rank) {}

    private static final Match NONE = new Match(Column.TITLE, -1);

    private final Map<Column, String> named;
    private final Map<String, Match> remembered = new HashMap<>();
    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    /** @param named by the user; these names win over the usual ones */
    JsonColumns(Map<Column, String> named) {
        this.named = named;
    }

    RawRow row(JsonNode object) {
        Map<Column, Integer> ranks = new EnumMap<>(Column.class);
        cells.clear();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            Match match = match(property.getKey());
            Integer before = ranks.get(match.column);
            if (match.rank >= 0 && (before == null || match.rank < before)) {
                ranks.put(match.column, match.rank);
                cells.put(match.column, text(property.getValue()));
            }
        }
        return new RawRow(
                cell(Column.ID),
                cell(Column.TITLE),
                cell(Column.SALARY),
                cell(Column.MONTHS),
                cell(Column.CITY),
                cell(Column.DISTRICT),
                cell(Column.EXPERIENCE),
                cell(Column.EDUCATION),
                cell(Column.COMPANY),
                cell(Column.POSTED));
    }

    /** Of the row read last; empty = it names none. */
    String site() {
        return cell(Column.SITE);
    }

    /** Whether the row read last says that it is invented. */
    boolean madeUp() {
        return Column.isYes(cell(Column.MADE_UP));
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    private Match match(String name) {
        Match known = remembered.get(name);
        if (known != null) {
            return known;
        }
        Match found = find(name);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(name, found);
        }
        return found;
    }

    private Match find(String name) {
        String plain = Column.plain(name);
        for (Map.Entry<Column, String> wish : named.entrySet()) {
            if (wish.getValue().equals(name) || Column.plain(wish.getValue()).equals(plain)) {
                return new Match(wish.getKey(), 0);
            }
        }
        for (Column column : Column.values()) {
            int rank = column.names().indexOf(plain);
            if (rank >= 0) {
                return new Match(column, rank + 1);
            }
        }
        return NONE;
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isContainer() ? "" : value.asString();
    }
}

package paymap.importer.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the named fields of objects, whatever order and whichever of the usual names they have. */
public final class JsonColumns {

    /** Shapes of objects, and names in one. */
    private static final int MOST_REMEMBERED = 200;

    private static final int MOST_TOLD = 200;
    private static final int DEEPEST_TOLD = 4;

    /** Stands for an object that no text can be read from; it is something, so that no other city takes its place. */
    private static final String NESTED = "{…}";

    private final Map<Column, String> named;
    private final boolean hasCity;
    private final Map<List<String>, Map<Column, List<String>>> shapes = new HashMap<>();
    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final Map<Column, String> sources = new EnumMap<>(Column.class);
    private @Nullable JsonNode looked;

    /**
     * @param named by the user: a name, or a path with dots into nested objects (job.title); these win over the usual ones
     * @param hasCity whether the user names the city of rows that name none
     */
    public JsonColumns(Map<Column, String> named, boolean hasCity) {
        this.named = named;
        this.hasCity = hasCity;
    }

    /** What an object holds; what it says besides its row is empty where it does not say. */
    public FileRow row(JsonNode object) {
        look(object);
        return FileRow.of(column -> cells.getOrDefault(column, ""));
    }

    /** Whether an object is a row and not something around rows: it has a title and a field for pay. */
    public boolean isRow(JsonNode object) {
        look(object);
        return !cells.getOrDefault(Column.TITLE, "").isBlank()
                && (cells.containsKey(Column.SALARY) || cells.containsKey(Column.LOW));
    }

    /** The name or path of each column that an object has. */
    public Map<Column, String> sources(JsonNode object) {
        look(object);
        return new EnumMap<>(sources);
    }

    /** What a list of such objects cannot do without and does not have. */
    public List<Column> missing(JsonNode object) {
        look(object);
        return Columns.missing(cells.keySet(), hasCity);
    }

    /** What the user named and an object does not have; empty = it has all. */
    public Optional<ColumnTrouble> trouble(JsonNode object) {
        return named.entrySet().stream()
                .filter(wish -> at(object, wish.getValue()) == null)
                .<ColumnTrouble>map(wish -> new ColumnTrouble.NoSuch(wish.getKey(), wish.getValue(), paths(object)))
                .findFirst();
    }

    /** The names of the texts in an object, as paths with dots; as they can be shown. */
    public static List<String> paths(JsonNode object) {
        List<String> paths = new ArrayList<>();
        addPaths("", object, paths, DEEPEST_TOLD);
        return Columns.told(paths);
    }

    private static void addPaths(String before, JsonNode object, List<String> paths, int deepest) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String path = before + field.getKey();
            if (field.getValue().isObject() && deepest > 1) {
                addPaths(path + ".", field.getValue(), paths, deepest - 1);
            } else if (paths.size() < MOST_TOLD) {
                paths.add(path);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // whether it is a row, and what it holds, are asked of the same object
    private void look(JsonNode object) {
        if (object == looked) {
            return;
        }
        looked = object;
        cells.clear();
        sources.clear();
        shape(List.copyOf(object.propertyNames()))
                .forEach((column, names) -> names.forEach(name -> take(column, name, object.get(name))));
        named.forEach((column, path) -> {
            cells.remove(column);
            take(column, path, at(object, path));
        });
    }

    /** A field that says nothing is worth less than one of an unlikelier name. */
    private void take(Column column, String name, @Nullable JsonNode value) {
        String text = text(column, value);
        String before = cells.get(column);
        if (text != null && (before == null || saysNothing(column, before) && !saysNothing(column, text))) {
            cells.put(column, text);
            sources.put(column, name);
        }
    }

    /** The fields that may hold each column, the likeliest first; objects of one list have few different shapes. */
    private Map<Column, List<String>> shape(List<String> names) {
        Map<Column, List<String>> known = shapes.get(names);
        if (known != null) {
            return known;
        }
        List<String> plain = names.stream().map(Column::plain).toList();
        Column.Context context = Column.Context.of(plain, hasCity);
        Map<Column, List<String>> shape = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            List<Integer> fields = IntStream.range(0, names.size())
                    .filter(i -> column.rank(plain.get(i), context) >= 0)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> column.rank(plain.get(i), context)))
                    .toList();
            if (!fields.isEmpty()) {
                shape.put(column, fields.stream().map(names::get).toList());
            }
        }
        if (shapes.size() < MOST_REMEMBERED && names.size() <= MOST_REMEMBERED) {
            shapes.put(names, shape);
        }
        return shape;
    }

    /** Boss gives a city by its number, too (101010100, 0), beside its name. */
    private static boolean saysNothing(Column column, String text) {
        return text.isBlank()
                || column == Column.CITY && (text.equals(NESTED) || text.chars().allMatch(Character::isDigit));
    }

    private static @Nullable JsonNode at(JsonNode object, String path) {
        JsonNode whole = field(object, path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        JsonNode inner = field(object, path.substring(0, dot));
        return inner == null ? null : at(inner, path.substring(dot + 1));
    }

    private static @Nullable JsonNode field(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null || !object.isObject()) {
            return exact;
        }
        String plain = Column.plain(name);
        return object.properties().stream()
                .filter(field -> Column.plain(field.getKey()).equals(plain))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** A code with its label, as {"code":"103","name":"1-3年"}, is read as the label. Null = there is no text. */
    private static @Nullable String text(Column column, @Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isArray()) {
            return null;
        }
        if (!value.isObject()) {
            return value.asString();
        }
        JsonNode label = value.path("display").isString() ? value.path("display") : value.path("name");
        return label.isString() ? label.asString() : column == Column.CITY ? NESTED : null;
    }
}

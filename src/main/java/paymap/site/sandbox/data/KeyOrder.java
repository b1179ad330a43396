package paymap.site.sandbox.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders in which the site writes the keys of its JSON: three were seen over 30 captures of one page. */
enum KeyOrder {
    AS_MADE,
    REVERSED,
    SORTED;

    static KeyOrder of(long number) {
        return values()[(int) Math.floorMod(number, (long) values().length)];
    }

    /** The same tree of maps and lists, with the keys of all its maps in this order. */
    @Nullable
    Object arrange(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> arranged = new LinkedHashMap<>();
            keys(map).forEach(key -> arranged.put(key, arrange(map.get(key))));
            return arranged;
        }
        return tree instanceof List<?> list ? list.stream().map(this::arrange).toList() : tree;
    }

    private List<String> keys(Map<?, ?> map) {
        List<String> keys = new ArrayList<>();
        map.keySet().forEach(key -> keys.add((String) key));
        switch (this) {
            case AS_MADE -> {}
            case REVERSED -> Collections.reverse(keys);
            case SORTED -> Collections.sort(keys);
        }
        return keys;
    }
}

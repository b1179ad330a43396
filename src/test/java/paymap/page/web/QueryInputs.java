package paymap.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static paymap.fuzz.Input.that;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.fuzz.Input;

/** What stands behind a question mark, as text of a fuzzer. */
public final class QueryInputs {

    private QueryInputs() {}

    /** As the page's server reads it, and again after it was written; null = it is refused. */
    public static @Nullable Map<String, List<String>> read(String raw) {
        Map<String, List<String>> query = Input.orRefused(() -> Query.of(raw));
        if (query == null) {
            return null;
        }
        String written = Query.written(query);
        that(UTF_8.newEncoder().canEncode(written), "no characters of an address: " + written);
        that(written.isEmpty() || URI.create("http://x/" + written).getRawQuery() != null, "no address: " + written);
        if (written.length() <= Query.MOST_CHARACTERS) {
            Map<String, List<String>> again = Query.of(written.isEmpty() ? null : written.substring(1));
            that(again.equals(query), "written it is another: " + written);
        }
        return query;
    }
}

package paymap.page;

import static paymap.fuzz.Input.that;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import paymap.fuzz.Input;
import paymap.page.web.QueryInputs;

/** Addresses of the page, with all the conditions of a question, as text of a fuzzer. */
public final class ViewInputs {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private ViewInputs() {}

    public static void judge(byte[] input) {
        Map<String, List<String>> query = QueryInputs.read(Input.text(input));
        if (query == null) {
            return;
        }
        View view = Input.orRefused(() -> View.of(query));
        if (view == null) {
            return;
        }
        String written = view.query();
        that(written.chars().allMatch(c -> c > ' ' && c < 0x7F), "no address: " + written);
        Map<String, List<String>> again = QueryInputs.read(written);
        that(again != null && View.of(again).equals(view), "its own address is another view: " + written);
        that(view.isWritten(again), "as it is written, and yet not: " + written);
        that(view.conditions().equals(View.of(again).conditions()), "other rows: " + written);
        that(!view.by().by().isEmpty() && view.by().by().size() <= 2, "groups by too much: " + written);
        view.since(NOW);
    }
}

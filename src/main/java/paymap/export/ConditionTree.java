package paymap.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Rung;

/** The conditions that rows meet, for scripts: only those that there are, by the names of their options. */
final class ConditionTree {

    private ConditionTree() {}

    static Map<String, Object> of(Filter filter) {
        Conditions conditions = filter.conditions();
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "city", filter.cities());
        put(tree, "experience", codes(conditions.experience()));
        put(tree, "education", codes(conditions.education()));
        put(tree, "district", conditions.districts());
        put(tree, "company", conditions.companies());
        put(tree, "title", conditions.titleWords());
        PayRange pay = conditions.pay();
        put(tree, "min_pay", pay == null ? null : pay.low());
        put(tree, "max_pay", pay == null ? null : pay.high());
        return tree;
    }

    /** As they are typed. */
    static List<String> codes(List<? extends Optional<? extends Rung>> steps) {
        return steps.stream()
                .map(step -> step.isPresent() ? step.get().code() : Rung.UNSTATED)
                .toList();
    }

    private static void put(Map<String, Object> tree, String name, List<String> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
    }

    private static void put(Map<String, Object> tree, String name, @Nullable Integer value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}

package paymap.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.job.JobStore.PayGroup;
import paymap.salary.Basis;
import paymap.salary.Midpoints;
import paymap.salary.PayCount;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;

/** Frequency tables by group and by cell within it, filled a line at a time. Each text of pay is read once. */
final class GroupedPay {

    /** How a site wrote pay. */
    private record Written(String salary, int months) {}

    /** What is known of one group. */
    private static final class Table {
        private final Map<Group, List<PayCount>> cells = new HashMap<>();
        private final List<PayCount> openings = new ArrayList<>();

        Iterable<PayCount> rows() {
            return () -> cells.values().stream().flatMap(List::stream).iterator();
        }
    }

    private final Map<Written, Salary> read = new HashMap<>();
    private final Map<Group, Table> tables = new HashMap<>();

    /** @param line of which only the pay and the counts are taken; the same cell and pay may come in several lines */
    void add(Group group, Group cell, PayGroup line) {
        Salary salary = read.computeIfAbsent(
                new Written(line.salary(), line.salaryMonths()),
                written -> SalaryParser.parse(written.salary, written.months));
        Table table = tables.computeIfAbsent(group, any -> new Table());
        table.cells.computeIfAbsent(cell, any -> new ArrayList<>()).add(new PayCount(salary, line.rows()));
        table.openings.add(new PayCount(salary, Math.max(1, line.openings())));
    }

    /** The figures of each group, in the order of {@link PayFigures#BY_GROUP}. */
    List<PayFigures> figures(Basis basis) {
        List<PayFigures> figures = new ArrayList<>();
        tables.forEach((group, table) -> figures.add(PayFigures.of(group, table.rows(), table.openings, basis)));
        figures.sort(PayFigures.BY_GROUP);
        return figures;
    }

    /** The figures of one group; without rows where there is none. */
    PayFigures figures(Group group, Basis basis) {
        Table table = tables.getOrDefault(group, new Table());
        return PayFigures.of(group, table.rows(), table.openings, basis);
    }

    /** The midpoints of the rows of one group by cell; empty where there is no such group. */
    Map<Group, Midpoints> cells(Group group, Basis basis) {
        Map<Group, Midpoints> midpoints = new LinkedHashMap<>();
        Table table = tables.get(group);
        if (table != null) {
            table.cells.forEach((cell, rows) -> midpoints.put(cell, Midpoints.of(rows, basis)));
        }
        return midpoints;
    }
}

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
import paymap.salary.SalaryReader;

/** Frequency tables by group and by cell within it, filled a line at a time. Each text of pay is read once. */
final class GroupedPay {

    /** What is known of one group: lines, each with the cell of its rows. */
    private static final class Table {
        private final List<Group> cells = new ArrayList<>(1);
        private final List<PayCount> rows = new ArrayList<>(1);
        private final List<PayCount> openings = new ArrayList<>(1);

        void add(Group cell, PayCount row, PayCount opening) {
            cells.add(cell);
            rows.add(row);
            openings.add(opening);
        }
    }

    private final SalaryReader pay = new SalaryReader();
    private final Map<Group, Table> tables = new HashMap<>();

    /** @param line of which only the pay and the counts are taken; the same cell and pay may come in several lines */
    void add(Group group, Group cell, PayGroup line) {
        Salary salary = pay.of(line.salary(), line.salaryMonths());
        table(group).add(cell, new PayCount(salary, line.rows()), new PayCount(salary, Math.max(1, line.openings())));
    }

    private Table table(Group group) {
        return tables.computeIfAbsent(group, any -> new Table());
    }

    /** The same lines in groups that are told apart by one thing more, of those that cells are told apart by. */
    GroupedPay apart(Dimension more) {
        GroupedPay finer = new GroupedPay();
        tables.forEach((group, table) -> {
            Map<Group, Table> places = new HashMap<>();
            for (int i = 0; i < table.rows.size(); i++) {
                Group cell = table.cells.get(i);
                places.computeIfAbsent(cell, any -> finer.table(group.and(more, cell.value(more))))
                        .add(Group.ALL, table.rows.get(i), table.openings.get(i));
            }
        });
        return finer;
    }

    /** The figures of each group, in the order of {@link PayFigures#BY_GROUP}. */
    List<PayFigures> figures(Basis basis) {
        List<PayFigures> figures = new ArrayList<>();
        tables.forEach((group, table) -> figures.add(PayFigures.of(group, table.rows, table.openings, basis)));
        figures.sort(PayFigures.BY_GROUP);
        return figures;
    }

    /** The figures of one group; without rows where there is none. */
    PayFigures figures(Group group, Basis basis) {
        Table table = tables.getOrDefault(group, new Table());
        return PayFigures.of(group, table.rows, table.openings, basis);
    }

    /** The midpoints of the rows of one group by cell; empty where there is no such group. */
    Map<Group, Midpoints> cells(Group group, Basis basis) {
        Map<Group, List<PayCount>> rows = new LinkedHashMap<>();
        Table table = tables.get(group);
        if (table != null) {
            for (int i = 0; i < table.rows.size(); i++) {
                rows.computeIfAbsent(table.cells.get(i), any -> new ArrayList<>())
                        .add(table.rows.get(i));
            }
        }
        Map<Group, Midpoints> midpoints = new LinkedHashMap<>();
        rows.forEach((cell, counts) -> midpoints.put(cell, Midpoints.of(counts, basis)));
        return midpoints;
    }
}

package paymap.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.figures.PayChange.Alike;
import paymap.figures.PayChange.Cells;
import paymap.job.JobStore.Held;
import paymap.job.JobStore.RunJob;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.salary.LikeForLike;
import paymap.salary.MedianOfChanges;
import paymap.salary.Midpoints;
import paymap.salary.PayCount;
import paymap.salary.Salary;
import paymap.salary.SalaryReader;
import paymap.salary.SalaryStatistics;

/** Compares two runs from their rows, which come ordered by city and title. */
final class ChangeReader {

    private static final int MOST_REMEMBERED = 100_000;

    /** The rows of a cell in both runs. */
    private static final class Cell {
        private final Map<Salary, Long> before = new HashMap<>();
        private final Map<Salary, Long> after = new HashMap<>();

        void add(Held held, Salary salary) {
            if (held != Held.SECOND) {
                before.merge(salary, 1L, Long::sum);
            }
            if (held != Held.FIRST) {
                after.merge(salary, 1L, Long::sum);
            }
        }

        static List<PayCount> counts(Map<Salary, Long> rows) {
            List<PayCount> counts = new ArrayList<>();
            rows.forEach((salary, count) -> counts.add(new PayCount(salary, count)));
            return counts;
        }
    }

    /** The same cells at two times. */
    private record Compared<C>(Map<C, Midpoints> before, Map<C, Midpoints> after) {

        Compared() {
            this(new HashMap<>(), new HashMap<>());
        }

        void add(C name, Cell cell) {
            if (!cell.before.isEmpty() && !cell.after.isEmpty()) {
                before.put(name, Midpoints.of(Cell.counts(cell.before)));
                after.put(name, Midpoints.of(Cell.counts(cell.after)));
            }
        }
    }

    private final List<PayChange> changes = new ArrayList<>();
    private final SalaryReader pay = new SalaryReader();
    private final Map<String, Optional<Experience>> steps = new HashMap<>();

    private @Nullable RunJob last;
    private Cell city = new Cell();
    private final Map<Held, Long> rows = new EnumMap<>(Held.class);
    private Cell title = new Cell();
    private final Map<Experience, Cell> experience = new EnumMap<>(Experience.class);
    private Compared<Integer> titles = new Compared<>();
    private int titlesRead;

    void add(RunJob row) {
        if (last != null && !(last.city().equals(row.city()) && last.title().equals(row.title()))) {
            endTitle();
            if (!last.city().equals(row.city())) {
                endCity(last.city());
            }
        }
        last = row;
        Held held = row.held();
        rows.merge(held, 1L, Long::sum);
        Salary salary = pay.of(row.salary(), row.salaryMonths());
        city.add(held, salary);
        title.add(held, salary);
        step(row.experience())
                .filter(step -> step != Experience.UNREADABLE)
                .ifPresent(step ->
                        experience.computeIfAbsent(step, any -> new Cell()).add(held, salary));
    }

    /** Of each city that was handed on, in that order. */
    List<PayChange> changes() {
        if (last != null) {
            endTitle();
            endCity(last.city());
            last = null;
        }
        return changes;
    }

    private Optional<Experience> step(String text) {
        if (steps.size() >= MOST_REMEMBERED) {
            steps.clear();
        }
        return steps.computeIfAbsent(text, Experience::read);
    }

    /** A title's name is told no more: its number is as good. */
    private void endTitle() {
        titles.add(titlesRead++, title);
        title = new Cell();
    }

    private void endCity(String name) {
        changes.add(new PayChange(
                name,
                rows.getOrDefault(Held.SECOND, 0L),
                rows.getOrDefault(Held.FIRST, 0L),
                SalaryStatistics.of(Cell.counts(city.before), Basis.MONTH),
                SalaryStatistics.of(Cell.counts(city.after), Basis.MONTH),
                alike()));
        city = new Cell();
        titles = new Compared<>();
        experience.clear();
        rows.clear();
    }

    private @Nullable Alike alike() {
        MedianOfChanges byTitle = MedianOfChanges.of(titles.before, titles.after, 1);
        if (byTitle.cells() >= PayChange.FEWEST_TITLES) {
            return new Alike(Cells.TITLE, byTitle);
        }
        Compared<Experience> compared = new Compared<>();
        experience.forEach(compared::add);
        MedianOfChanges bySteps = MedianOfChanges.of(compared.before, compared.after, LikeForLike.FEWEST_ROWS);
        return bySteps.cells() == 0 ? null : new Alike(Cells.EXPERIENCE, bySteps);
    }
}

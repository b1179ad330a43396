package paymap.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.figures.PayChange.Alike;
import paymap.figures.PayChange.Cells;
import paymap.job.JobStore.Held;
import paymap.job.JobStore.RunJob;
import paymap.salary.MedianOfChanges;

class ChangeReaderTest {

    private static final Held BEFORE = Held.FIRST;
    private static final Held AFTER = Held.SECOND;

    private final ChangeReader reader = new ChangeReader();

    /** Each of so many titles pays 1,000 more, and half of the new rows are of better paid titles. */
    private void titles(String city, int number) {
        for (int i = 0; i < number; i++) {
            String title = "title %02d".formatted(i);
            add(BEFORE, city, title, "", (10 + i) + "k");
            add(AFTER, city, title, "", (11 + i) + "k");
            add(AFTER, city, title + " senior", "", "90k");
        }
    }

    private void add(Held held, String city, String title, String experience, String salary) {
        reader.add(new RunJob(held, city, title, experience, salary, 0));
    }

    private void steps(String experience, int before, int after, int payBefore, int payAfter) {
        for (int i = 0; i < Math.max(before, after); i++) {
            if (i < before) {
                add(BEFORE, "北京", "was " + experience + i, experience, payBefore + "k");
            }
            if (i < after) {
                add(AFTER, "北京", "will be " + experience + i, experience, payAfter + "k");
            }
        }
    }

    @Test
    void twentyTitlesInBothRunsDecide() {
        titles("北京", 20);
        titles("上海", 19);

        List<PayChange> changes = reader.changes();

        assertEquals(List.of("北京", "上海"), changes.stream().map(PayChange::city).toList());
        assertEquals(20, changes.get(0).before().n());
        assertEquals(40, changes.get(0).after().n());
        // 10k becomes 11k, 29k becomes 30k: the two in the middle are 1/19 and 1/20.
        double percent = (100.0 / 19 + 100.0 / 20) / 2;
        assertEquals(
                new Alike(Cells.TITLE, new MedianOfChanges(1000.0, percent, 20, 20, 20)),
                changes.get(0).alike());
        assertNull(changes.get(1).alike(), "19 titles are too few, and no experience is told");
    }

    @Test
    void stepsOfExperienceStepInWhereTitlesAreTooFew() {
        steps("1-3年", 5, 30, 10, 11);
        steps("3-5年", 30, 5, 20, 21);
        steps("5-10年", 4, 30, 30, 90);
        steps("", 30, 30, 10, 90);
        steps("???", 30, 30, 10, 90);

        PayChange change = reader.changes().get(0);

        // Pay rose by 1,000 at each step, and the mean fell, as the second run has more beginners.
        assertEquals(new Alike(Cells.EXPERIENCE, new MedianOfChanges(1000.0, 7.5, 2, 35, 35)), change.alike());
    }

    @Test
    void aRowInBothRunsCountsInBothAndMovesNothing() {
        for (int i = 0; i < 30; i++) {
            add(Held.BOTH, "北京", "t%02d".formatted(i), "", (10 + i) + "k");
        }
        add(AFTER, "北京", "x", "", "90k");
        add(BEFORE, "北京", "y", "", "90k");
        add(BEFORE, "北京", "z", "", "面议");

        PayChange change = reader.changes().get(0);

        assertEquals(List.of(1L, 2L), List.of(change.appeared(), change.vanished()));
        assertEquals(
                List.of(31L, 31L), List.of(change.before().n(), change.after().n()));
        assertEquals(new Alike(Cells.TITLE, new MedianOfChanges(0.0, 0.0, 30, 30, 30)), change.alike());
    }

    @Test
    void rowsWithoutAFigureMakeNoCell() {
        for (int i = 0; i < 25; i++) {
            String title = "t%02d".formatted(i);
            add(BEFORE, "北京", title, "", i < 6 ? "面议" : "10k");
            add(AFTER, "北京", title, "", "12k");
        }

        assertNull(reader.changes().get(0).alike());
    }

    @Test
    void nothingComesOfNothing() {
        assertEquals(List.of(), reader.changes());
    }
}

package paymap.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.job.ImportSink;
import paymap.job.JobStore.Filter;
import paymap.job.Posting;
import paymap.job.Posting.Details;
import paymap.salary.Basis;
import paymap.salary.SalaryParser;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** What is read once says what a question of its own would. */
class PayTableTest {

    @TempDir
    private Path folder;

    private SqlStore store;
    private PayTable table;

    @BeforeEach
    void rows() {
        store = SqliteStore.open(folder.resolve("a.db"));
        Random dice = new Random(7);
        List<ImportSink.Entry> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String city = List.of("北京", "上海", "苏州").get(dice.nextInt(3));
            String salary = List.of("10k-20k", "20k-30k", "15k-25k·14薪", "200-300/天", "面议")
                    .get(dice.nextInt(5));
            String experience = List.of("1-3年", "3-5年", "经验不限").get(dice.nextInt(3));
            Details details = new Details(null, null, experience, dice.nextBoolean() ? "本科" : "硕士", null);
            Posting posting = new Posting("p" + i, "工程师" + i, salary, 0, city, details);
            rows.add(new ImportSink.Entry("s", "python", posting, SalaryParser.parse(salary), false));
        }
        ImportSink sink = store.importSink("made up");
        sink.put(rows);
        sink.end(true, "");
        table = PayTable.read(store, question("city", Basis.MONTH), PayTable.mix(List.of(Dimension.CITY)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void groupsToldApartByOneThingMoreAreThoseOfTheFinerQuestion() {
        assertEquals(told(asked("city,experience", Basis.MONTH)), told(table.groups(Dimension.EXPERIENCE)));
        assertEquals(told(asked("city,education", Basis.MONTH)), told(table.groups(Dimension.EDUCATION)));
        assertEquals(9, table.groups(Dimension.EXPERIENCE).size());
    }

    @Test
    void anotherBasisIsThatOfItsOwnQuestion() {
        assertEquals(told(asked("city", Basis.DAY)), told(table.groups(Basis.DAY)));
        assertTrue(table.groups(Basis.DAY).get(0).n() > 0);
    }

    @Test
    void theAnswerAndTheMeansLikeForLikeAreThoseOfTheQuestion() {
        Question question = question("city", Basis.MONTH);
        Answer alike = Answer.likeForLike(store, question);

        assertEquals(
                told(Answer.of(store, question).groups()), told(table.answer().groups()));
        assertEquals(told(alike.groups()), told(table.likeForLike().groups()));
        assertEquals(alike.likeForLike(), table.likeForLike().likeForLike());
        assertEquals(3, table.likeForLike().likeForLike().groups().size());
    }

    private List<PayFigures> asked(String by, Basis basis) {
        return Answer.of(store, question(by, basis)).groups();
    }

    private static List<String> told(List<PayFigures> groups) {
        return groups.stream()
                .map(it -> it.group().words() + " " + it.rows() + " " + it.openings() + " " + it.offered())
                .toList();
    }

    private static Question question(String by, Basis basis) {
        return new Question(Grouping.of(by), basis, List.of(new Filter("s", null, List.of())));
    }
}

package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.console.Table;
import paymap.job.JobRow;
import paymap.job.Posting.Details;

class NewTableTest {

    private static final List<JobRow> ROWS = List.of(
            row("高级数据平台研发工程师（大模型方向，急招，五险一金，双休，可接受应届）", "示例科技（北京）有限责任公司第一分公司"),
            row("x".repeat(200), null),
            row("a\u001b[31m", ""));

    private static JobRow row(String title, String company) {
        return new JobRow(
                "a",
                false,
                "北京",
                title,
                new JobRow.Pay("15k-25k·14薪", 15000, 25000, "month", 14),
                new Details(company, null, null, null, "2026-11-07"),
                new JobRow.Seen(1, "2026-11-08T00:00:00Z", "2026-11-08T00:00:00Z"),
                JobRow.Found.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 72, 80, 100, 120})
    void noLineIsWiderThanTheTerminal(int columns) {
        String text = NewTable.text(ROWS, columns);

        assertEquals(
                List.of(),
                text.lines().filter(line -> Table.columns(line) > columns).toList());
        assertTrue(text.contains("…"), text);
    }

    @Test
    void aProgramReadsEachCellWhole() {
        String text = NewTable.text(ROWS, Integer.MAX_VALUE);

        assertEquals(4, text.lines().count());
        assertTrue(text.contains("x".repeat(200)) && text.contains("第一分公司") && text.contains("a?[31m"), text);
    }
}

package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import paymap.job.Posting;
import paymap.job.PostingRules;
import paymap.job.RawRow;
import paymap.job.RowContext;
import paymap.job.Text;
import paymap.salary.Salary;

class PayTextsTest {

    private final PayTexts texts = new PayTexts();

    @Test
    void theSameTextIsReadOnce() {
        assertSame(texts.of(posting("15k-25k", "")), texts.of(posting("15k-25k", "")));
    }

    @Test
    void monthsInAFieldOfTheirOwnMakeAnotherPay() {
        Salary twelve = texts.of(posting("15k-25k", ""));
        Salary fourteen = texts.of(posting("15k-25k", "14"));

        assertEquals(12, ((Salary.Disclosed) twelve).months());
        assertEquals(14, ((Salary.Disclosed) fourteen).months());
    }

    @Test
    void moreTextsThanAreRememberedAreReadAllTheSame() {
        for (int i = 1; i <= 20_100; i++) {
            assertEquals(i, ((Salary.Disclosed) texts.of(posting(i + "元/月", ""))).low());
        }
    }

    private static Posting posting(String salary, String months) {
        RawRow row = new RawRow("", "甲", salary, months, "北京", "", "", "", "", "");
        return (Posting) new PostingRules(Text.PLAIN).read(row, RowContext.ofFile(""));
    }
}

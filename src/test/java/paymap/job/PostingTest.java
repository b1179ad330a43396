package paymap.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingTest {

    @Test
    void holdsTheTenFieldsThatMayLeaveAParserAndNoOther() {
        assertArrayEquals(
                new String[] {
                    "positionId",
                    "title",
                    "salary",
                    "salaryMonths",
                    "city",
                    "company",
                    "district",
                    "experience",
                    "education",
                    "posted"
                },
                Stream.of(Posting.class, Posting.Details.class)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("details"))
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "'', Python, 北京, a posting needs a position id",
        "' ', Python, 北京, a posting needs a position id",
        "1, '', 北京, a posting needs a title",
        "1, ' ', 北京, a posting needs a title",
        "1, Python, '', a posting needs a city"
    })
    void whatNamesAPostingMustNotBeBlank(String id, String title, String city, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Posting(id, title, "15k-30k", 0, city, Posting.Details.NONE))
                        .getMessage());
    }

    @Test
    void theMonthsMustNotBeNegative() {
        assertEquals(
                "months paid a year must not be negative: -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Posting("1", "Python", "", -1, "北京", Posting.Details.NONE))
                        .getMessage());
    }

    @Test
    void payMayBeEmptyAndTheRestUnknown() {
        Posting posting = new Posting("1", "Python", "", 0, "北京", Posting.Details.NONE);

        assertEquals("", posting.salary());
        assertNull(posting.details().company());
    }
}

package paymap.pmap.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'SSH-2.0-A\r\nnext'|SSH-2.0-A",
                "'a\nb'|a",
                "'a'|a", // as far as it went
                "'a\r'|a",
                "'a\rb\r\n'|a\\x0Db",
                "'\r\n\n\r\na\r\nb'|a", // empty lines say nothing
                "'\r\n'|-",
                "''|-",
            })
    void isTheFirstThatIsNotEmptyHoweverItComes(String sent, String line) {
        for (int size = 1; size <= sent.length() + 1; size++) {
            FirstLine heard = new FirstLine();
            byte[] all = sent.getBytes(UTF_8);
            for (int from = 0; from < all.length; from += size) {
                byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
                heard.take(part, part.length);
            }
            assertEquals(line, heard.text(), "by " + size);
        }
    }

    @Test
    void wantsNoMoreWhereTheLineIsWhole() {
        FirstLine heard = new FirstLine();
        heard.take("220 ready".getBytes(UTF_8), 9);
        assertTrue(heard.wanted() > 0);

        heard.take("\r\n".getBytes(UTF_8), 2);

        assertEquals(0, heard.wanted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "\u0000", "中"})
    void wantsNoMoreThanAKibibyteWhateverComes(String flood) {
        FirstLine heard = new FirstLine();
        byte[] bytes = flood.repeat(FirstLine.MOST_BYTES).getBytes(UTF_8);
        int taken = 0;
        while (heard.wanted() > 0) {
            int count = Math.min(heard.wanted(), 100);
            heard.take(bytes, count);
            taken += count;
        }

        assertEquals(FirstLine.MOST_BYTES, taken);
        String text = heard.text();
        assertTrue(text == null || text.length() <= 200, text);
    }
}

package paymap.importer.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 20000, '', 10000-20000元/月",
        "' 10000.0 ', 20000.00, monthly, 10000-20000元/月",
        "010000, 20000, 月, 10000-20000元/月",
        "10000, '', Yearly, 10000元以上/年",
        "'', 20000, ' day ', 20000元以下/天",
        "nan, 20000, 周, 20000元以下/周",
        "10000, NULL, hour, 10000元以上/小时",
        "0, 0.0, month, ''",
        "'', -, month, ''",
        "10000, 20000, a sprint, 10000-20000元/a sprint",
        "10000.5, 20000, '', 10000.5-20000元/月",
        "1234567890, 20000, '', 1234567890-20000元/月"
    })
    void twoEndsAreWrittenAsASiteWould(String low, String high, String interval, String text) {
        assertEquals(text, Amounts.text(low, high, interval));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "' ', false", "CNY, false", "' rmb ', false", "￥, false", "USD, true", "$, true"})
    void onlyANamedCurrencyOfAnotherCountryIsForeign(String currency, boolean isForeign) {
        assertEquals(isForeign, Amounts.isForeign(currency));
    }
}

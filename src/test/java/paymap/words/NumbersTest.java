package paymap.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void wholeNumbersAreGroupedAsJavasFormatterGroupsThem() {
        LongStream odd = LongStream.of(0, 1, -1, 999, 1000, -999, -1000, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE);
        LongStream any = new Random(1).longs(2000).map(n -> n >> (n & 63));

        LongStream.concat(odd, any)
                .forEach(n -> assertEquals(String.format(Locale.ROOT, "%,d", n), Numbers.grouped(n)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void fractionsAreRoundedAsJavasFormatterRoundsThemHalvesToo(int decimals) {
        DoubleStream odd = DoubleStream.of(
                0.0,
                -0.0,
                0.04,
                0.05,
                0.5,
                1.5,
                2.5,
                0.25,
                0.35,
                25.65,
                99.95,
                999.5,
                999_999.95,
                -0.04,
                -25.65,
                1e9,
                1e300,
                5e-324,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
        DoubleStream ties = new Random(1).ints(3000, 0, 40_000_000).mapToDouble(n -> n / 20.0);
        DoubleStream cents = new Random(2).ints(3000, 0, 100_000).mapToDouble(n -> n / 1000.0);
        DoubleStream near = new Random(3).ints(1000, 0, 100_000).mapToDouble(n -> Math.nextDown(n + 0.5));
        DoubleStream any = new Random(4).doubles(2000, -2e9, 2e9);

        for (double value : DoubleStream.concat(
                        DoubleStream.concat(DoubleStream.concat(odd, ties), DoubleStream.concat(cents, near)), any)
                .toArray()) {
            assertEquals(String.format(Locale.ROOT, "%." + decimals + "f", value), Numbers.fixed(value, decimals));
            assertEquals(String.format(Locale.ROOT, "%,." + decimals + "f", value), Numbers.grouped(value, decimals));
        }
    }
}

package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.Salary.Undisclosed;
import paymap.salary.Salary.Unreadable;

/** Random pay in every shape; -Dpaymap.seed=... repeats a failure. */
class SalaryParserPropertyTest {

    private static final int CASES = 20_000;
    private static final long SEED = Long.getLong("paymap.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    private interface Writer {
        String write(int low, int high, int months);
    }

    /** A way to write pay; what the text does not say (an end, the months) is not expected back. */
    private record Shape(Interval interval, boolean low, boolean high, boolean months, boolean bySize, Writer writer) {

        Disclosed expected(int lowest, int highest, int paid) {
            return new Disclosed(low ? lowest : null, high ? highest : null, interval, months ? paid : 12);
        }
    }

    private static final List<Shape> SHAPES = List.of(
            noTime((low, high, months) -> k(low) + "k-" + k(high) + "k"),
            noTime((low, high, months) -> k(low) + "K-" + k(high) + "K"),
            noTime((low, high, months) -> k(low) + "-" + k(high) + "K"),
            range(Interval.MONTH, (low, high, months) -> k(low) + "-" + k(high) + "千/月"),
            range(Interval.MONTH, (low, high, months) -> wan(low) + "-" + wan(high) + "万/月"),
            noTime((low, high, months) -> k(low) + "千-" + wan(high) + "万"),
            range(Interval.MONTH, (low, high, months) -> low + "-" + high + "元/月"),
            noTime((low, high, months) -> low + "-" + high + "元"),
            range(Interval.MONTH, (low, high, months) -> "月薪" + low + "-" + high + "元"),
            range(Interval.YEAR, (low, high, months) -> "年薪" + wan(low) + "-" + wan(high) + "万"),
            range(Interval.WEEK, (low, high, months) -> low + "-" + high + "元/周"),
            range(Interval.MONTH, (low, high, months) -> String.format("%,d-%,d元/月", low, high)),
            range(Interval.YEAR, (low, high, months) -> wan(low) + "-" + wan(high) + "万/年"),
            range(Interval.DAY, (low, high, months) -> low + "-" + high + "元/天"),
            range(Interval.HOUR, (low, high, months) -> low + "-" + high + "元/时"),
            withMonths((low, high, months) -> k(low) + "-" + k(high) + "K·" + months + "薪"),
            withMonths((low, high, months) -> k(low) + "千-" + wan(high) + "万·" + months + "薪"),
            withMonths((low, high, months) -> k(low) + "-" + k(high) + "k " + months + "薪"),
            new Shape(Interval.MONTH, true, false, false, true, (low, high, months) -> k(low) + "k以上"),
            new Shape(Interval.MONTH, false, true, false, true, (low, high, months) -> k(high) + "k以下"),
            new Shape(Interval.DAY, true, false, false, false, (low, high, months) -> low + "元/天起"));

    private static Shape range(Interval interval, Writer writer) {
        return new Shape(interval, true, true, false, false, writer);
    }

    /** Says what it is paid for by its size alone. */
    private static Shape noTime(Writer writer) {
        return new Shape(Interval.MONTH, true, true, false, true, writer);
    }

    private static Shape withMonths(Writer writer) {
        return new Shape(Interval.MONTH, true, true, true, false, writer);
    }

    private static String k(int cny) {
        return decimal(cny, 3);
    }

    private static String wan(int cny) {
        return decimal(cny, 4);
    }

    private static String decimal(int cny, int places) {
        return BigDecimal.valueOf(cny, places).stripTrailingZeros().toPlainString();
    }

    @Test
    void readsBackWhatWasWrittenInAnyShape() {
        for (int i = 0; i < CASES; i++) {
            Shape shape = pick(SHAPES);
            int high = 1 + random.nextInt(random.nextBoolean() ? shape.bySize() ? 150_000 : 9_999_999 : 50);
            int low = 1 + random.nextInt(high);
            int months = 12 + random.nextInt(13);
            String raw = disguise(shape.writer().write(low, high, months));
            assertEquals(shape.expected(low, high, months), SalaryParser.parse(raw), () -> told(raw));
        }
    }

    @Test
    void readsMutatedPayAsPayOrSaysWhyNot() {
        for (int i = 0; i < CASES; i++) {
            String raw = mutate(pick(SHAPES).writer().write(1 + random.nextInt(99), 100 + random.nextInt(99_999), 13));
            assertSound(raw);
        }
    }

    @Test
    void readsGarbageAsUnreadableOrSoundPay() {
        for (int i = 0; i < CASES; i++) {
            String raw = random.ints(random.nextInt(130), 0, 0x10000)
                    .map(c -> random.nextInt(3) == 0 ? c : letter())
                    .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                    .toString();
            assertSound(raw);
        }
    }

    private void assertSound(String raw) {
        Salary salary = parse(raw);
        if (salary instanceof Disclosed pay && !pay.isOpenEnded()) {
            assertTrue(pay.low() <= pay.high(), () -> told(raw));
        } else if (salary instanceof Unreadable unreadable) {
            assertEquals(raw, unreadable.raw(), () -> told(raw));
            assertTrue(unreadable.why().matches("[A-Z].{1,100}\\."), () -> unreadable.why() + told(raw));
        } else if (salary instanceof Undisclosed) {
            assertTrue(raw.isBlank() || raw.contains("面") || raw.contains("无") || raw.length() < 9, () -> told(raw));
        }
    }

    private Salary parse(String raw) {
        try {
            return SalaryParser.parse(raw, random.nextInt());
        } catch (RuntimeException thrown) {
            return fail(told(raw), thrown);
        }
    }

    private static String told(String raw) {
        return " for [" + raw + "], repeat with -Dpaymap.seed=" + SEED;
    }

    /** Another dash, full-width characters, upper case, spaces around the parts: the same pay. */
    private String disguise(String text) {
        String dashed = text.replace("-", pick(List.of("-", "–", "—", "~", "～", "至", "到", " - ", " ~ ")));
        String cased = random.nextBoolean() ? dashed.toUpperCase() : dashed;
        String wide = random.nextBoolean() ? fullWidth(cased) : cased;
        return pick(List.of("", " ", "\u3000", "\t")) + wide + pick(List.of("", " ", "\u00A0", "\n"));
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c > ' ' && c <= '~' ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, (wide, c) -> wide.append((char) c), StringBuilder::append)
                .toString();
    }

    private String mutate(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && mutated.length() > 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, (char) letter());
                default -> mutated.setCharAt(at, (char) letter());
            }
        }
        return mutated.toString();
    }

    private int letter() {
        String letters = "0123456789９k千万w元-~至.,，/月年天时·x薪以上下起及面议 \u3000\uE001<{";
        return letters.charAt(random.nextInt(letters.length()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

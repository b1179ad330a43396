package paymap.cli.rows.compare;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.salary.Basis;
import paymap.salary.inference.Bounds;
import paymap.words.Numbers;
import paymap.words.Words;

/** Amounts in CNY as people and scripts read them. */
final class Money {

    private static final int TENTHS = 10;

    private Money() {}

    static String of(double cny) {
        return Numbers.grouped(cny, 0);
    }

    /** With its sign, which 0 has none of. */
    static String signed(double cny) {
        long whole = Math.round(cny);
        return whole == 0 ? "0" : String.format(Locale.ROOT, "%+,d", whole);
    }

    static String of(Bounds cny) {
        return Words.say("%s to %s", of(cny.low()), of(cny.high()));
    }

    static String signed(Bounds cny) {
        return Words.say("%s to %s", signed(cny.low()), signed(cny.high()));
    }

    /** An amount and what it is for. */
    static String per(int cny, Basis basis) {
        return switch (basis) {
            case MONTH, PACKAGE -> Words.say("%,d a month", cny);
            case WEEK -> Words.say("%,d a week", cny);
            case DAY -> Words.say("%,d a day", cny);
            case HOUR -> Words.say("%,d an hour", cny);
        };
    }

    /** For scripts: to a tenth of a yuan. */
    static @Nullable Double json(@Nullable Double cny) {
        return cny == null ? null : (double) Math.round(cny * TENTHS) / TENTHS;
    }

    /** The lower end for scripts; null where there is no interval. */
    static @Nullable Double low(@Nullable Bounds cny) {
        return cny == null ? null : json(cny.low());
    }

    /** The upper end, likewise. */
    static @Nullable Double high(@Nullable Bounds cny) {
        return cny == null ? null : json(cny.high());
    }
}

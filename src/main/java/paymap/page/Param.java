package paymap.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import paymap.chart.ChartKind;
import paymap.figures.Dimension;
import paymap.figures.Grouping;
import paymap.job.City;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;
import paymap.page.rows.PayTold;
import paymap.salary.Basis;
import paymap.words.Language;
import paymap.words.Words;

/** What may stand in the address of a view, in the order in which it stands there. */
enum Param {
    SITE,
    KEYWORD,
    CITY,
    EXPERIENCE,
    EDUCATION,
    DISTRICT,
    SINCE,
    MIN_PAY,
    MAX_PAY,
    BY,
    BASIS,
    /** Which pictures are in the page. */
    PICTURE,
    LANG,
    /** Of postings: one value for each thing that groups are told apart by. */
    GROUP,
    /** Of postings: whole CNY by the basis, itself included. */
    FROM,
    /** Of postings: likewise, not included. */
    TO,
    /** Of postings: how they tell their pay. */
    PAY,
    /** Of postings: the number of the last one on the page before. */
    AFTER,
    /** Of a PNG file: so many times as large as it is laid out. */
    SCALE;

    private static final int LARGEST_SCALE = 4;

    static final String EVERY_KEYWORD = "*";

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 100;
    private static final String COMMAS = "[,，、]";

    /** As it stands in an address, e.g. {@code min-pay}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says nothing to the view itself, but which of its postings or how large a picture of it is meant. */
    boolean isBeside() {
        return compareTo(GROUP) >= 0;
    }

    /** @throws IllegalArgumentException if there is none; the message lists those of a view */
    static Param of(String code) {
        return Stream.of(values())
                .filter(param -> param.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown parameter \"%s\"; allowed: %s",
                        code,
                        Words.list(Stream.of(values())
                                .filter(param -> !param.isBeside())
                                .map(Param::code)
                                .toList()))));
    }

    /**
     * Its values as a view has them, each once; empty ones are those of fields that nobody filled in.
     *
     * @throws IllegalArgumentException if one is none of those allowed
     */
    List<String> read(List<String> typed) {
        List<String> values = typed.stream()
                .flatMap(this::split)
                .map(String::strip)
                .filter(value -> !value.isEmpty() || this == KEYWORD || this == GROUP)
                .map(this::checked)
                .toList();
        List<String> distinct =
                this == GROUP ? values : values.stream().distinct().toList();
        if (distinct.size() > (isSingle() ? 1 : MOST_VALUES)) {
            throw new IllegalArgumentException(Words.say(
                    "%s takes %d values at most, not %d", code(), isSingle() ? 1 : MOST_VALUES, distinct.size()));
        }
        return distinct;
    }

    private boolean isSingle() {
        return switch (this) {
            case SITE, KEYWORD, CITY, EXPERIENCE, EDUCATION, DISTRICT, PICTURE, GROUP -> false;
            case SINCE, MIN_PAY, MAX_PAY, BY, BASIS, LANG, FROM, TO, PAY, AFTER, SCALE -> true;
        };
    }

    /** Names of sites and keywords may hold a comma, and amounts do. */
    private Stream<String> split(String typed) {
        return switch (this) {
            case CITY, EXPERIENCE, EDUCATION, DISTRICT, PICTURE -> Arrays.stream(typed.split(COMMAS));
            case SITE, KEYWORD, SINCE, MIN_PAY, MAX_PAY, BY, BASIS, LANG, GROUP, FROM, TO, PAY, AFTER, SCALE ->
                Stream.of(typed);
        };
    }

    private String checked(String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException(Words.say("%s is longer than %d characters", code(), LONGEST_VALUE));
        }
        return switch (this) {
            case CITY -> city(value);
            case EXPERIENCE -> code(Experience.ofFilter(value));
            case EDUCATION -> code(Education.ofFilter(value));
            case BY -> grouping(value);
            case BASIS -> basis(value).code();
            case PICTURE -> Gallery.code(ChartKind.of(value));
            case LANG ->
                Language.of(value)
                        .map(Language::code)
                        .orElseThrow(() -> new IllegalArgumentException(
                                Words.say("unknown language \"%s\"; allowed: %s", value, "zh, en")));
            case FROM, TO, AFTER -> number(value);
            case PAY -> told(value).code();
            case SCALE -> scale(value);
            case SITE, KEYWORD, DISTRICT, SINCE, MIN_PAY, MAX_PAY, GROUP -> value;
        };
    }

    /** A city of ours by its Chinese name; another may be stored all the same. */
    private static String city(String typed) {
        try {
            return City.of(typed).chinese();
        } catch (IllegalArgumentException unknown) {
            return typed;
        }
    }

    private static String code(Optional<? extends Rung> step) {
        return step.map(Rung::code).orElse(Rung.UNSTATED);
    }

    private static String grouping(String typed) {
        List<Dimension> by = Grouping.of(typed).by();
        if (by.contains(Dimension.COMPANY)) {
            throw new IllegalArgumentException(Words.say(
                    "the page does not group by company; allowed: %s",
                    Words.list(Stream.of(Dimension.values())
                            .filter(dimension -> dimension != Dimension.COMPANY)
                            .map(Dimension::code)
                            .toList())));
        }
        return String.join(",", by.stream().map(Dimension::code).toList());
    }

    static Basis basis(String typed) {
        return Stream.of(Basis.values())
                .filter(basis -> basis.code().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown basis \"%s\"; allowed: %s",
                        typed,
                        Words.list(Stream.of(Basis.values()).map(Basis::code).toList()))));
    }

    static PayTold told(String typed) {
        return Stream.of(PayTold.values())
                .filter(told -> told.code().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown pay \"%s\"; allowed: %s",
                        typed,
                        Words.list(
                                Stream.of(PayTold.values()).map(PayTold::code).toList()))));
    }

    private static String scale(String value) {
        if (!value.matches("[1-" + LARGEST_SCALE + "]")) {
            throw new IllegalArgumentException(
                    Words.say("the scale of a picture is \"%s\"; allowed: %d to %d", value, 1, LARGEST_SCALE));
        }
        return value;
    }

    private String number(String value) {
        if (!value.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(
                    Words.say("%s must be a whole number of at most 18 digits: \"%s\"", code(), value));
        }
        return Long.toString(Long.parseLong(value));
    }
}

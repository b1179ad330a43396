package paymap.importer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;

/** Which rows are postings. A row that is none has a reason for people, which holds nothing the file says. */
final class PostingRules {

    static final int LONGEST_TITLE = 300;
    private static final int LONGEST_PAY = 100;
    private static final int MOST_REMEMBERED = 20_000;
    private static final char NOT_DECODED = '\uFFFD';

    private final CityNames places = new CityNames();
    private final Map<String, Salary> salaries = new HashMap<>();
    private final MessageDigest digest = sha256();

    /**
     * Why a row is no posting.
     *
     * @param city where it belongs, as {@link #city} gives it
     * @return null = it is one
     */
    @Nullable
    String flaw(RawRow row, String title, String city) {
        if (title.isEmpty()) {
            return "no title";
        }
        if (title.length() > LONGEST_TITLE) {
            return "a title of more than " + LONGEST_TITLE + " characters";
        }
        if (row.salary().strip().length() > LONGEST_PAY) {
            return "pay of more than " + LONGEST_PAY + " characters";
        }
        if (row.id().length() > Text.LONGEST_FIELD) {
            return "an id of more than " + Text.LONGEST_FIELD + " characters";
        }
        if (city.isEmpty()) {
            return row.city().isBlank() ? "no city; --city names one" : "a place that is no city";
        }
        boolean damaged = title.indexOf(NOT_DECODED) >= 0 || row.salary().indexOf(NOT_DECODED) >= 0;
        return damaged ? "bytes that are not text in this encoding" : null;
    }

    /** The bare city of a row, else of its page, else the one the user named; empty = none. */
    String city(RawRow row, String pageCity, String usersCity) {
        String own = row.city().isBlank() ? "" : places.city(row.city());
        if (!own.isEmpty() || !row.city().isBlank()) {
            return own;
        }
        String ofPage = pageCity.isBlank() ? "" : places.city(pageCity);
        return ofPage.isEmpty() ? usersCity : ofPage;
    }

    Posting posting(RawRow row, String title, String city) {
        String salary = row.salary().strip();
        String district = Text.field(row.district());
        String experience = Text.field(row.experience());
        String education = Text.field(row.education());
        String company = Text.field(row.company());
        String posted = Text.day(row.posted().strip());
        String id = row.id().isBlank()
                ? contentId(title, salary, city, company, district, experience, education, posted)
                : row.id().strip();
        return new Posting(
                id, title, salary, months(row.months()), city, district, experience, education, company, posted);
    }

    /** A handful of pay texts makes up millions of rows: 442 in 37,942 of Lagou (2026-11). */
    Salary salary(Posting posting) {
        String key = posting.salaryMonths() + " " + posting.salary();
        Salary known = salaries.get(key);
        if (known == null) {
            known = SalaryParser.parse(posting.salary(), posting.salaryMonths());
            if (salaries.size() < MOST_REMEMBERED) {
                salaries.put(key, known);
            }
        }
        return known;
    }

    /** 13, "13" or 13薪; 0 where nothing of the kind is stated. */
    private static int months(String text) {
        String digits = text.strip().replaceFirst("薪$", "");
        return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    }

    /** The same row has the same id tomorrow, so importing a file twice adds no opening. */
    private String contentId(@Nullable String... parts) {
        digest.reset();
        for (String part : parts) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return "row:" + HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

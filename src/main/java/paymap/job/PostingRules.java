package paymap.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.job.Posting.Details;

/**
 * Which rows are postings: the same rules for what a crawl fetches and what a file holds, so that a row means the same
 * whichever way it came. Remembers cities, so not for several threads at once.
 */
public final class PostingRules {

    /** In characters; what is longer is a description in the wrong place. */
    public static final int LONGEST_TITLE = 300;

    /** In characters, of pay, an id, a company, a district and so on. */
    public static final int LONGEST_FIELD = 100;

    /** Entities and spaces may go; what is longer than this cannot become a title and is not worth cleaning. */
    private static final int LONGEST_UNCLEANED_TITLE = 4 * LONGEST_TITLE;

    /** What a decoder puts where bytes are no text. */
    private static final char NOT_DECODED = '\uFFFD';

    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})薪?");
    private static final int HASH_BYTES = 8;

    private final Text text;
    private final CityNames cities;
    private @Nullable MessageDigest digest;

    /** @param text how texts are cleaned; it must know the entities of HTML where rows can hold them */
    public PostingRules(Text text) {
        this.text = text;
        this.cities = new CityNames(text);
    }

    /**
     * Reads a row.
     *
     * <p>Only a title, a city and texts of bearable length are needed. A row that names no pay is kept as one whose pay
     * is undisclosed; one without the site's id gets an id made of its content, so that the same row has the same id
     * tomorrow.
     *
     * @return a posting, or the reason why it is none
     */
    public RowResult read(RawRow row, RowContext context) {
        String title = row.title().length() > LONGEST_UNCLEANED_TITLE ? row.title() : text.clean(row.title());
        String city = row.city().isBlank() ? context.city() : cities.city(row.city());
        Optional<RejectReason> flaw = flaw(row, title, city, context);
        return flaw.isPresent() ? new RowResult.Rejected(flaw.get()) : posting(row, title, city);
    }

    /** The bare city that a text names, as {@link CityNames#city}; empty = none. */
    public String city(String written) {
        return written.isBlank() ? "" : cities.city(written);
    }

    private static Optional<RejectReason> flaw(RawRow row, String title, String city, RowContext context) {
        if (title.isEmpty()) {
            return Optional.of(RejectReason.NO_TITLE);
        }
        if (title.length() > LONGEST_TITLE) {
            return Optional.of(RejectReason.TITLE_TOO_LONG);
        }
        if (row.salary().strip().length() > LONGEST_FIELD) {
            return Optional.of(RejectReason.PAY_TOO_LONG);
        }
        if (row.id().length() > LONGEST_FIELD) {
            return Optional.of(RejectReason.ID_TOO_LONG);
        }
        if (city.isEmpty()) {
            return Optional.of(row.city().isBlank() ? RejectReason.NO_CITY : RejectReason.NOT_A_CITY);
        }
        if (context.onlyThatCity() && !city.equals(context.city())) {
            return Optional.of(RejectReason.OTHER_CITY);
        }
        return isDamaged(title) || isDamaged(row.salary()) ? Optional.of(RejectReason.NOT_TEXT) : Optional.empty();
    }

    /** Whether a text holds what stands for bytes that are none, or half of a pair, which no encoding can store. */
    private static boolean isDamaged(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == NOT_DECODED || Character.isSurrogate(c) && !pair) {
                return true;
            }
            i += pair ? 1 : 0;
        }
        return false;
    }

    /** Null = not given, too long, or damaged. */
    private @Nullable String field(String written) {
        String field = text.field(written);
        return field == null || isDamaged(field) ? null : field;
    }

    private Posting posting(RawRow row, String title, String city) {
        String salary = row.salary().strip();
        Details details = new Details(
                field(row.company()),
                field(cities.district(row.district(), row.city(), city)),
                field(row.experience()),
                field(row.education()),
                Text.day(row.posted().strip()));
        String id = row.id().isBlank()
                ? contentId(title, salary, city, details)
                : row.id().strip();
        return new Posting(id, title, salary, months(row.months()), city, details);
    }

    /** 13, "13" or 13薪; 0 where nothing of the kind is stated. */
    private static int months(String written) {
        if (written.isEmpty()) {
            return 0;
        }
        var stated = MONTHS.matcher(written.strip());
        return stated.matches() ? Integer.parseInt(stated.group(1)) : 0;
    }

    private String contentId(String title, String salary, String city, Details with) {
        MessageDigest sum = digest();
        for (String part : new @Nullable String[] {
            title, salary, city, with.company(), with.district(), with.experience(), with.education(), with.posted()
        }) {
            sum.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            sum.update((byte) 0);
        }
        return Posting.CONTENT_ID + HexFormat.of().formatHex(Arrays.copyOf(sum.digest(), HASH_BYTES));
    }

    private MessageDigest digest() {
        try {
            MessageDigest known = digest == null ? MessageDigest.getInstance("SHA-256") : digest;
            digest = known;
            return known;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

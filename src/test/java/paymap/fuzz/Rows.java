package paymap.fuzz;

import static paymap.fuzz.Input.that;

import paymap.importer.column.HtmlText;
import paymap.job.Posting;
import paymap.job.PostingRules;
import paymap.job.RawRow;
import paymap.job.RowContext;
import paymap.job.RowResult;
import paymap.salary.SalaryParser;

/** What must hold of every row, whoever read it. */
public final class Rows {

    private static final PostingRules RULES = new PostingRules(HtmlText.TEXT);

    private Rows() {}

    /** A row as a reader found it, on its way to a posting. */
    public static void raw(RawRow row) {
        RowResult result = RULES.read(row, RowContext.ofFile("北京"));
        that(result.equals(RULES.read(row, RowContext.ofFile("北京"))), "the same row reads in two ways");
        result.match(Rows::posting, rejected -> Input.sentence(rejected.why().english()));
    }

    public static void posting(Posting posting) {
        text("title", posting.title(), PostingRules.LONGEST_TITLE);
        text("city", posting.city(), PostingRules.LONGEST_FIELD);
        that(posting.salary().length() <= PostingRules.LONGEST_FIELD, "pay is too long");
        that(posting.positionId().length() <= PostingRules.LONGEST_FIELD, "an id is too long");
        that(posting.salaryMonths() >= 0 && posting.salaryMonths() <= 99, "months: " + posting.salaryMonths());
        SalaryParser.parse(posting.salary(), posting.salaryMonths());
        Posting.Details details = posting.details();
        String[] optional = {details.company(), details.district(), details.experience(), details.education()};
        for (String detail : optional) {
            if (detail != null) {
                text("detail", detail, PostingRules.LONGEST_FIELD);
            }
        }
        that(
                details.posted() == null || details.posted().matches("\\d{4}-\\d{2}-\\d{2}"),
                "no day: " + details.posted());
    }

    private static void text(String what, String text, int most) {
        that(!text.isBlank(), "an empty " + what);
        that(text.length() <= most, "a " + what + " of " + text.length() + " characters");
        that(text.chars().noneMatch(Character::isISOControl), "control characters in a " + what + ": " + text);
        that(
                text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                "half a character in a " + what);
    }
}

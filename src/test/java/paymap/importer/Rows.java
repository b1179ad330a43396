package paymap.importer;

import paymap.job.ImportSink;
import paymap.job.Posting;
import paymap.job.PostingRules;
import paymap.job.RawRow;
import paymap.job.RejectReason;
import paymap.job.RowContext;
import paymap.job.RowResult.Rejected;
import paymap.job.Text;
import paymap.salary.SalaryParser;

/** Made-up rows as they come out of a file. */
final class Rows {

    private Rows() {}

    static ImportSink.Entry entry(String title, String city, String salary) {
        Posting posting = posting(title, city, salary);
        return new ImportSink.Entry("made-up", "java", posting, SalaryParser.parse(salary), false);
    }

    static Posting posting(String title, String city, String salary) {
        RawRow row = new RawRow("", title, salary, "", city, "", "", "", "", "");
        return (Posting) new PostingRules(Text.PLAIN).read(row, RowContext.ofFile(""));
    }

    static RejectedRow rejected(String city) {
        return rejected(new Rejected(RejectReason.NOT_A_CITY), city);
    }

    static RejectedRow rejected(Rejected reason, String city) {
        return new RejectedRow("file", "line 2", reason, "甲", "1k", city);
    }
}

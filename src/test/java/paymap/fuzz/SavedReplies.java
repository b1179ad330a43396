package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.util.List;
import java.util.stream.Stream;
import paymap.importer.column.FileRow;
import paymap.importer.format.Replies;
import paymap.importer.format.RowHandler;
import paymap.importer.format.SavedPages;
import paymap.job.RawRow;
import paymap.job.RowResult.Rejected;
import paymap.site.AnySavedPages;
import paymap.site.boss.Boss;
import paymap.site.job51.Job51;
import paymap.site.lagou.Lagou;
import paymap.site.liepin.Liepin;
import paymap.site.zhilian.Zhilian;

/** Replies and pages of all boards, as browsers save them: the address in the first line, what was asked in the second. */
final class SavedReplies {

    private static final int MOST_ROWS = 1_000;

    /** Each alone, as the choice among all of them would hide what one reads. */
    private static final List<SavedPages> BOARDS = Stream.of(
                    new Lagou(), new Boss(), new Zhilian(), new Job51(), new Liepin())
            .flatMap(site -> site.savedPages().stream())
            .toList();

    static final SavedPages ALL = new AnySavedPages(BOARDS);

    private SavedReplies() {}

    static void reply(byte[] input) throws InterruptedException {
        String[] parts = Input.parts(input, 3);
        SavedPages.Page page = new SavedPages.Page(parts[0], 200, "", parts[2], parts[1]);
        for (SavedPages board : BOARDS) {
            new Replies(board, false).take(page, false, false, "entry 1", new Judge());
        }
        new Replies(ALL, true).take(page, false, true, "entry 1", new Judge());
        new Replies(ALL, false).take(page, true, false, "entry 1", new Judge());
    }

    /** The second line is where the page led. */
    static void page(byte[] input) {
        String[] parts = Input.parts(input, 3);
        for (SavedPages board : BOARDS) {
            judged(board.page(new SavedPages.Page(parts[0], 200, "", parts[2])));
            judged(board.page(new SavedPages.Page(parts[0], 302, parts[1], parts[2])));
        }
        judged(ALL.page(new SavedPages.Page(parts[0], 200, parts[1], parts[2])));
    }

    private static void judged(SavedPages.Reading reading) {
        that(reading.rows().size() <= MOST_ROWS, reading.rows().size() + " rows of one page");
        that(!reading.what().isBlank(), "a page without a word");
        that(reading.found() != SavedPages.Found.ROW || reading.rows().size() == 1, "one row that is none");
        for (RawRow row : reading.rows()) {
            Rows.raw(row);
            Rows.raw(row.at(reading.city()));
        }
    }

    private static final class Judge implements RowHandler {
        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void row(FileRow row, String location) {
            that(false, "a reply is no table");
        }

        @Override
        public void page(SavedPages.Reading reading, String location) {
            judged(reading);
        }

        @Override
        public void note(String what) {
            Input.sentence(what);
        }

        @Override
        public void repeatedHeader() {
            that(false, "a reply has no header");
        }

        @Override
        public void reject(String location, Rejected reason, RawRow row) {
            Input.sentence(reason.why().english());
        }
    }
}

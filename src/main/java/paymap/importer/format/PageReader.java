package paymap.importer.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.importer.text.JsonTree;
import paymap.words.Words;

/** A page in HTML, saved as it stood in a browser. */
final class PageReader implements RowReader {

    /** {@code <!-- saved from url=(0068)https://www.lagou.com/wn/jobs?kd=python -->}, written by Chromium. */
    private static final Pattern SAVED_FROM = Pattern.compile("<!--\\s*saved from url=\\(\\d+\\)(\\S{1,2000}?)\\s*-->");

    /** Where that comment may stand, in characters. */
    private static final int HEAD = 5_000;

    private final SavedPages site;

    PageReader(SavedPages site) {
        this.site = site;
    }

    @Override
    public ReadResult read(Reader text, RowHandler rows) throws IOException, InterruptedException {
        StringWriter all = new StringWriter();
        char[] buffer = new char[1 << 15];
        for (int n = text.read(buffer); n > 0; n = text.read(buffer)) {
            all.write(buffer, 0, n);
            if (all.getBuffer().length() > JsonTree.LONGEST_PAGE) {
                return ReadResult.Failed.broken(
                        Words.say("a page of more than %d characters; it was not read", JsonTree.LONGEST_PAGE));
            }
        }
        String page = all.toString();
        rows.page(site.page(new SavedPages.Page(savedFrom(page), 200, "", page)), "the page");
        return new ReadResult.Whole();
    }

    private static String savedFrom(String page) {
        Matcher comment = SAVED_FROM.matcher(page.substring(0, Math.min(page.length(), HEAD)));
        return comment.find() ? comment.group(1) : "";
    }
}

package paymap.importer.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import paymap.importer.text.JsonTree;
import paymap.words.Words;

/** A page in HTML, saved as it stood in a browser. */
final class PageReader implements RowReader {

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
            if (all.getBuffer().length() > JsonTree.LONGEST) {
                return ReadResult.Failed.broken(
                        Words.say("a page of more than %d characters; it was not read", JsonTree.LONGEST));
            }
        }
        rows.page(site.page(new SavedPages.Page("", 200, "", all.toString())), "the page");
        return new ReadResult.Whole();
    }
}

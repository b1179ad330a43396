package paymap.importer;

import org.jsoup.parser.Parser;
import paymap.job.Text;

/** Files hold text that was cut out of pages, so entities stand in tables and JSON too. */
final class HtmlText {

    static final Text TEXT = new Text(text -> Parser.unescapeEntities(text, false));

    private HtmlText() {}
}

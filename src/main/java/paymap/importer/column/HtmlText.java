package paymap.importer.column;

import org.jsoup.parser.Parser;
import paymap.job.Text;

/** Files hold text that was cut out of pages, so entities stand in tables and JSON too. */
public final class HtmlText {

    /** Clean means that entities are decoded too. */
    public static final Text TEXT = new Text(text -> Parser.unescapeEntities(text, false));

    private HtmlText() {}
}

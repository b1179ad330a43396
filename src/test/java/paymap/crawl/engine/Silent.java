package paymap.crawl.engine;

import paymap.crawl.CrawlListener;
import paymap.crawl.Ledger;

/** Hears everything and says nothing. */
class Silent implements CrawlListener {

    @Override
    public void begun(Ledger.Run run) {}

    @Override
    public void status(Status status) {}

    @Override
    public void decided(String line) {}
}
